package io.github.connectapi.security;

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
 * A secret, and all forms in which it must not be seen.
 */
final class Canary {

	private final Set<String> forms = new LinkedHashSet<>();

	Canary(String secret) {
		byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
		String json = JsonMapper.shared().writeValueAsString(secret);
		add(secret);
		add(json.substring(1, json.length() - 1));
		add(json.replace("/", "\\/").substring(1, json.length() - 1));
		add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
		add(HexFormat.of().formatHex(bytes));
		for (int skipped = 0; skipped < 3; skipped++) {
			byte[] aligned = new byte[(bytes.length - skipped) / 3 * 3];
			System.arraycopy(bytes, skipped, aligned, 0, aligned.length);
			add(Base64.getEncoder().encodeToString(aligned));
			add(Base64.getUrlEncoder().encodeToString(aligned));
		}
	}

	/** Says where a text came from if it shows the secret in any form. */
	void assertAbsent(String where, String text) {
		String lower = text.toLowerCase(Locale.ROOT);
		assertThat(this.forms).as(where).noneMatch(lower::contains);
		Figures.count("forms looked for", this.forms.size());
	}

	private void add(String form) {
		this.forms.add(form.toLowerCase(Locale.ROOT));
	}

}
