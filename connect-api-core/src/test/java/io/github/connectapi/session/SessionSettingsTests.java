package io.github.connectapi.session;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

class SessionSettingsTests {

	private static final SessionSettings DEFAULTS = SessionSettings.defaults();

	@Test
	void whenNothingIsChangedThenTheDocumentedDefaultsApply() {
		assertThat(DEFAULTS).hasToString(
				"SessionSettings[renewAt=0.8, renewJitter=0.05, expiryMargin=PT30S, acquisitionTimeout=PT30S, waitTimeout=PT10S, backoff=BackoffSettings[initial=PT0.75S, max=PT1M], rejectedBackoff=BackoffSettings[initial=PT2M, max=PT1H]]");
	}

	@Test
	void whenEachSettingIsChangedThenEachHasItsNewValue() {
		BackoffSettings backoff = BackoffSettings.of(Duration.ofSeconds(3), Duration.ofSeconds(4));
		BackoffSettings rejected = BackoffSettings.of(Duration.ofSeconds(8), Duration.ofSeconds(9));
		SessionSettings changed = DEFAULTS.withRenewal(0.5, 0.1)
			.withExpiryMargin(Duration.ofSeconds(5))
			.withAcquisitionTimeout(Duration.ofSeconds(6))
			.withWaitTimeout(Duration.ofSeconds(7))
			.withBackoff(backoff)
			.withRejectedBackoff(rejected);

		assertThat(changed.renewAt()).isEqualTo(0.5);
		assertThat(changed.renewJitter()).isEqualTo(0.1);
		assertThat(changed.expiryMargin()).isEqualTo(Duration.ofSeconds(5));
		assertThat(changed.acquisitionTimeout()).isEqualTo(Duration.ofSeconds(6));
		assertThat(changed.waitTimeout()).isEqualTo(Duration.ofSeconds(7));
		assertThat(changed.backoff()).isEqualTo(backoff);
		assertThat(changed.rejectedBackoff()).isEqualTo(rejected);
	}

	@Test
	void whenOneSettingDiffersThenTheSettingsAreNotEqual() {
		Duration second = Duration.ofSeconds(1);
		BackoffSettings backoff = BackoffSettings.of(second, second);

		assertThat(DEFAULTS.withRenewal(0.8, 0.05)).isEqualTo(DEFAULTS).hasSameHashCodeAs(DEFAULTS);
		assertThat(DEFAULTS).isNotEqualTo(DEFAULTS.withRenewal(0.5, 0.05))
			.isNotEqualTo(DEFAULTS.withRenewal(0.8, 0))
			.isNotEqualTo(DEFAULTS.withExpiryMargin(second))
			.isNotEqualTo(DEFAULTS.withAcquisitionTimeout(second))
			.isNotEqualTo(DEFAULTS.withWaitTimeout(second))
			.isNotEqualTo(DEFAULTS.withBackoff(backoff))
			.isNotEqualTo(DEFAULTS.withRejectedBackoff(backoff));
	}

	@ParameterizedTest
	@CsvSource({ "0.05, 0, PT0S, PT0.000000001S, PT0S", "0.75, 0.25, PT24H, PT24H, PT24H",
			"0.999, 0, PT1S, PT1S, PT1S" })
	void whenAtTheLimitThenItIsAccepted(double renewAt, double jitter, Duration margin, Duration acquisition,
			Duration wait) {
		assertThatNoException().isThrownBy(() -> settings(renewAt, jitter, margin, acquisition, wait));
	}

	@ParameterizedTest
	@CsvSource({ "0.049, 0, PT0S, PT1S, PT1S, renewal fraction", "1, 0, PT0S, PT1S, PT1S, renewal fraction",
			"0.8, -0.01, PT0S, PT1S, PT1S, jitter", "0.8, 0.21, PT0S, PT1S, PT1S, jitter",
			"0.8, 0, -PT1S, PT1S, PT1S, margin", "0.8, 0, PT24H1S, PT1S, PT1S, margin",
			"0.8, 0, PT0S, PT0S, PT1S, acquisition", "0.8, 0, PT0S, PT24H1S, PT1S, acquisition",
			"0.8, 0, PT0S, PT1S, -PT1S, wait", "0.8, 0, PT0S, PT1S, PT24H1S, wait" })
	void whenOutOfRangeThenItIsRejectedByName(double renewAt, double jitter, Duration margin, Duration acquisition,
			Duration wait, String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> settings(renewAt, jitter, margin, acquisition, wait))
			.withMessageContaining(name);
	}

	@ParameterizedTest
	@CsvSource({ "PT0.000000001S, PT0.000000001S", "PT1S, PT24H" })
	void whenABackoffIsAtTheLimitThenItIsAccepted(Duration initial, Duration max) {
		assertThatNoException().isThrownBy(() -> BackoffSettings.of(initial, max));
	}

	@ParameterizedTest
	@CsvSource({ "PT0S, PT1S, positive", "-PT1S, PT1S, positive", "PT2S, PT1S, shorter", "PT1S, PT24H1S, one day" })
	void whenABackoffIsOutOfRangeThenItIsRejected(Duration initial, Duration max, String reason) {
		assertThatIllegalArgumentException().isThrownBy(() -> BackoffSettings.of(initial, max))
			.withMessageContaining(reason);
	}

	private static SessionSettings settings(double renewAt, double jitter, Duration margin, Duration acquisition,
			Duration wait) {
		return DEFAULTS.withRenewal(renewAt, jitter)
			.withExpiryMargin(margin)
			.withAcquisitionTimeout(acquisition)
			.withWaitTimeout(wait);
	}

}
