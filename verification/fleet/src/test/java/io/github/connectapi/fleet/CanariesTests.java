package io.github.connectapi.fleet;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the search of {@link Canaries}.
 */
class CanariesTests {

	private static final String TEXT = "canary p@ssw\u00f6rd/+1";

	static List<String> contents() {
		byte[] bytes = ("x=" + TEXT + ";").getBytes(StandardCharsets.UTF_8);
		return List.of(new String(bytes, StandardCharsets.ISO_8859_1), HexFormat.of().formatHex(bytes),
				HexFormat.of().withUpperCase().formatHex(bytes), Base64.getEncoder().encodeToString(bytes),
				"?q=canary+p%40ssw%C3%B6rd%2F%2B1&", "canary p@ssw\\xc3\\xb6rd/+1");
	}

	@ParameterizedTest
	@MethodSource("contents")
	void whenTextIsPlantedThenFindsIt(String content) {
		Canaries canaries = new Canaries().add("password", TEXT).add("other", "another canary");
		assertThat(canaries.findIn(content.getBytes(StandardCharsets.ISO_8859_1))).hasSize(1)
			.allMatch((found) -> found.startsWith("password"));
	}

}
