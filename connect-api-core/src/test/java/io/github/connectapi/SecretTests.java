package io.github.connectapi;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SecretTests {

	@Test
	void whenRevealedThenTheTextIsUnchanged() {
		assertThat(Secret.of(" p=+/|# ").reveal()).isEqualTo(" p=+/|# ");
	}

	@Test
	void whenPrintedThenTheMaskIsTheSameForEveryText() {
		assertThat(Secret.of("short").toString()).isEqualTo("******")
			.isEqualTo(Secret.of("a much longer text").toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\t\n" })
	void whenTheTextIsBlankThenItIsRejected(String blank) {
		assertThatIllegalArgumentException().isThrownBy(() -> Secret.of(blank));
	}

	@Test
	void whenTheTextsAreEqualThenTheSecretsAreEqual() {
		assertThat(Secret.of("päss")).isEqualTo(Secret.of("päss")).hasSameHashCodeAs(Secret.of("päss"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Secret", "secret ", "secre", "\u0455ecret" })
	void whenTheTextsDifferThenTheSecretsDiffer(String other) {
		assertThat(Secret.of("secret")).isNotEqualTo(Secret.of(other));
	}

	@Test
	void whenTheTextsDifferOnlyInUnpairedSurrogatesThenTheSecretsDiffer() {
		assertThat(Secret.of("a\ud800")).isEqualTo(Secret.of("a\ud800"))
			.isNotEqualTo(Secret.of("a\ud801"))
			.isNotEqualTo(Secret.of("a?"));
	}

	@Test
	void whenComparedWithItsTextThenItDiffers() {
		assertThat(Secret.of("secret")).isNotEqualTo("secret").isNotEqualTo(null);
	}

}
