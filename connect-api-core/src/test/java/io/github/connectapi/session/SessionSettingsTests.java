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
	void whenOneThingIsChangedThenTheOthersStay() {
		BackoffSettings backoff = new BackoffSettings(Duration.ofSeconds(3), Duration.ofSeconds(4));
		SessionSettings changed = DEFAULTS.withRenewal(0.5, 0.1)
			.withExpiryMargin(Duration.ofSeconds(5))
			.withTimeouts(Duration.ofSeconds(6), Duration.ofSeconds(7))
			.withBackoff(backoff, backoff);

		assertThat(changed).isEqualTo(new SessionSettings(0.5, 0.1, Duration.ofSeconds(5), Duration.ofSeconds(6),
				Duration.ofSeconds(7), backoff, backoff));
	}

	@ParameterizedTest
	@CsvSource({ "0.05, 0, PT0S, PT0.000000001S, PT0S", "0.75, 0.25, PT24H, PT24H, PT24H",
			"0.999, 0, PT1S, PT1S, PT1S" })
	void whenAtTheEdgeThenItIsAccepted(double renewAt, double jitter, Duration margin, Duration acquisition,
			Duration wait) {
		assertThatNoException().isThrownBy(() -> settings(renewAt, jitter, margin, acquisition, wait));
	}

	@ParameterizedTest
	@CsvSource({ "0.049, 0, PT0S, PT1S, PT1S, renew at", "1, 0, PT0S, PT1S, PT1S, renew at",
			"0.8, -0.01, PT0S, PT1S, PT1S, jitter", "0.8, 0.21, PT0S, PT1S, PT1S, jitter",
			"0.8, 0, -PT1S, PT1S, PT1S, margin", "0.8, 0, PT24H1S, PT1S, PT1S, margin",
			"0.8, 0, PT0S, PT0S, PT1S, acquisition", "0.8, 0, PT0S, PT24H1S, PT1S, acquisition",
			"0.8, 0, PT0S, PT1S, -PT1S, wait", "0.8, 0, PT0S, PT1S, PT24H1S, wait" })
	void whenOutOfRangeThenItIsRefusedByName(double renewAt, double jitter, Duration margin, Duration acquisition,
			Duration wait, String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> settings(renewAt, jitter, margin, acquisition, wait))
			.withMessageContaining(name);
	}

	@ParameterizedTest
	@CsvSource({ "PT0.000000001S, PT0.000000001S", "PT1S, PT24H" })
	void whenABackoffIsAtTheEdgeThenItIsAccepted(Duration initial, Duration max) {
		assertThatNoException().isThrownBy(() -> new BackoffSettings(initial, max));
	}

	@ParameterizedTest
	@CsvSource({ "PT0S, PT1S, positive", "-PT1S, PT1S, positive", "PT2S, PT1S, shorter", "PT1S, PT24H1S, a day" })
	void whenABackoffIsOutOfRangeThenItIsRefused(Duration initial, Duration max, String why) {
		assertThatIllegalArgumentException().isThrownBy(() -> new BackoffSettings(initial, max))
			.withMessageContaining(why);
	}

	private static SessionSettings settings(double renewAt, double jitter, Duration margin, Duration acquisition,
			Duration wait) {
		return new SessionSettings(renewAt, jitter, margin, acquisition, wait, DEFAULTS.backoff(),
				DEFAULTS.rejectedBackoff());
	}

}
