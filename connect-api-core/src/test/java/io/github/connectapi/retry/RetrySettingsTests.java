package io.github.connectapi.retry;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

class RetrySettingsTests {

	private static final RetrySettings DEFAULTS = RetrySettings.defaults();

	@Test
	void whenNothingIsChangedThenTheDocumentedDefaultsApply() {
		assertThat(DEFAULTS.maxAttempts()).isEqualTo(3);
		assertThat(DEFAULTS.initialInterval()).isEqualTo(Duration.ofMillis(750));
		assertThat(DEFAULTS.maxInterval()).isEqualTo(Duration.ofSeconds(5));
		assertThat(DEFAULTS.multiplier()).isEqualTo(1);
		assertThat(DEFAULTS.jitter()).isEqualTo(0.2);
	}

	@Test
	void whenEachSettingIsChangedThenEachHasItsNewValue() {
		RetrySettings changed = DEFAULTS.withMaxAttempts(4)
			.withInterval(Duration.ofMillis(5), Duration.ofMillis(6))
			.withMultiplier(7)
			.withJitter(0.8);

		assertThat(changed.maxAttempts()).isEqualTo(4);
		assertThat(changed.initialInterval()).isEqualTo(Duration.ofMillis(5));
		assertThat(changed.maxInterval()).isEqualTo(Duration.ofMillis(6));
		assertThat(changed.multiplier()).isEqualTo(7);
		assertThat(changed.jitter()).isEqualTo(0.8);
		assertThat(changed).hasToString(
				"RetrySettings[maxAttempts=4, initialInterval=PT0.005S, maxInterval=PT0.006S, multiplier=7.0, jitter=0.8]");
	}

	@Test
	void whenOneSettingDiffersThenTheSettingsAreNotEqual() {
		assertThat(DEFAULTS.withMaxAttempts(3)).isEqualTo(DEFAULTS).hasSameHashCodeAs(DEFAULTS);
		assertThat(DEFAULTS).isNotEqualTo(DEFAULTS.withMaxAttempts(4))
			.isNotEqualTo(DEFAULTS.withInterval(Duration.ofMillis(1), DEFAULTS.maxInterval()))
			.isNotEqualTo(DEFAULTS.withInterval(DEFAULTS.initialInterval(), Duration.ofSeconds(6)))
			.isNotEqualTo(DEFAULTS.withMultiplier(2))
			.isNotEqualTo(DEFAULTS.withJitter(0));
	}

	@ParameterizedTest
	@CsvSource({ "1,PT0.001S,1,PT0.001S,0", "100,PT24H,100,PT24H,0.99" })
	void whenAtTheLimitThenItIsAccepted(int attempts, Duration initial, double multiplier, Duration max,
			double jitter) {
		assertThatNoException().isThrownBy(() -> settings(attempts, initial, multiplier, max, jitter));
	}

	@ParameterizedTest
	@CsvSource({ "0,PT1S,2,PT5S,0.2,attempts", "-1,PT1S,2,PT5S,0.2,attempts", "3,PT0S,2,PT5S,0.2,initial",
			"3,PT-1S,2,PT5S,0.2,initial", "3,PT1S,0.99,PT5S,0.2,multiplier", "3,PT1S,100.1,PT5S,0.2,multiplier",
			"3,PT1S,NaN,PT5S,0.2,multiplier", "3,PT1S,2,PT0.999S,0.2,shorter", "3,PT1S,2,PT24H0.001S,0.2,one day",
			"3,PT1S,2,PT5S,-0.1,jitter", "3,PT1S,2,PT5S,1,jitter", "3,PT1S,2,PT5S,NaN,jitter" })
	void whenOutOfRangeThenItIsRejectedByName(int attempts, Duration initial, double multiplier, Duration max,
			double jitter, String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> settings(attempts, initial, multiplier, max, jitter))
			.withMessageContaining(name);
	}

	private static RetrySettings settings(int attempts, Duration initial, double multiplier, Duration max,
			double jitter) {
		return DEFAULTS.withMaxAttempts(attempts)
			.withInterval(initial, max)
			.withMultiplier(multiplier)
			.withJitter(jitter);
	}

	@Test
	void whenSettingsAreEqualThenTheirHashCodesAre() {
		RetrySettings settings = RetrySettings.defaults().withMaxAttempts(7);
		assertThat(settings).isEqualTo(RetrySettings.defaults().withMaxAttempts(7))
			.hasSameHashCodeAs(RetrySettings.defaults().withMaxAttempts(7))
			.doesNotHaveSameHashCodeAs(RetrySettings.defaults());
	}

}
