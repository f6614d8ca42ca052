package io.github.connectapi;

import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.code_intelligence.jazzer.mutation.annotation.WithLength;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two arbitrary texts as secrets.
 */
class SecretFuzzTests {

	static Stream<Arguments> pairs() {
		return Stream.of(pair("a", "a"), pair("a", "b"), pair("pass\ud83d\ude00", "pass\ud83d\ude01"), pair(" ", ""),
				pair("a\ud800", "a?"), pair("\u0000", "\u0000\u0000"), pair("e\u0301", "\u00e9"));
	}

	private static Arguments pair(String one, String other) {
		return Arguments.of(one.toCharArray(), other.toCharArray());
	}

	@MethodSource("pairs")
	@FuzzTest
	void whenTextsAreSecretsThenTheyAreEqualOnlyIfTheTextsAre(char @NotNull @WithLength(max = 40) [] one,
			char @NotNull @WithLength(max = 40) [] other) {
		String text = new String(one);
		String otherText = new String(other);
		Secret secret;
		Secret otherSecret;
		try {
			secret = Secret.of(text);
			otherSecret = Secret.of(otherText);
		}
		catch (IllegalArgumentException ex) {
			assertThat(ex.getMessage()).startsWith("A secret must");
			return;
		}
		assertThat(secret.reveal()).isEqualTo(text);
		assertThat(secret.equals(otherSecret)).isEqualTo(text.equals(otherText));
		assertThat(secret).hasToString("******");
	}

}
