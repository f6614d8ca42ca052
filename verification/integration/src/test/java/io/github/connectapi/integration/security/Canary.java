package io.github.connectapi.integration.security;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A secret that is planted to find leaks, in all encodings in which it could leak.
 */
final class Canary {

	private final Set<String> encodings = new LinkedHashSet<>();

	Canary(String secret) {
		byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
		String json = JsonMapper.shared().writeValueAsString(secret);
		add(secret);
		add(json.substring(1, json.length() - 1));
		add(json.replace("/", "\\/").substring(1, json.length() - 1));
		add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
		add(HexFormat.of().formatHex(bytes));
		for (int offset = 0; offset < 3; offset++) {
			byte[] aligned = new byte[(bytes.length - offset) / 3 * 3];
			System.arraycopy(bytes, offset, aligned, 0, aligned.length);
			add(Base64.getEncoder().encodeToString(aligned));
			add(Base64.getUrlEncoder().encodeToString(aligned));
		}
	}

	/** Assert that a text does not contain the secret in any encoding. */
	void assertAbsent(String source, String text) {
		String lower = text.toLowerCase(Locale.ROOT);
		assertThat(this.encodings).as(source).noneMatch(lower::contains);
		Measurements.add("forms looked for", this.encodings.size());
	}

	private void add(String encoding) {
		this.encodings.add(encoding.toLowerCase(Locale.ROOT));
	}

}
