package io.github.connectapi.retry;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

class RetrySettingsTests {

	@Test
	void whenNothingIsSaidThenTheDocumentedDefaultsHold() {
		assertThat(RetrySettings.defaults())
			.isEqualTo(new RetrySettings(3, Duration.ofMillis(750), 1, Duration.ofSeconds(5), 0.2));
	}

	@ParameterizedTest
	@CsvSource({ "1,PT0.001S,1,PT0.001S,0", "100,PT24H,100,PT24H,0.99" })
	void whenAtTheEdgeThenItIsAccepted(int attempts, Duration initial, double multiplier, Duration max, double jitter) {
		assertThatNoException().isThrownBy(() -> new RetrySettings(attempts, initial, multiplier, max, jitter));
	}

	@ParameterizedTest
	@CsvSource({ "0,PT1S,2,PT5S,0.2,attempts", "-1,PT1S,2,PT5S,0.2,attempts", "3,PT0S,2,PT5S,0.2,initial",
			"3,PT-1S,2,PT5S,0.2,initial", "3,PT1S,0.99,PT5S,0.2,multiplier", "3,PT1S,100.1,PT5S,0.2,multiplier",
			"3,PT1S,NaN,PT5S,0.2,multiplier", "3,PT1S,2,PT0.999S,0.2,longest", "3,PT1S,2,PT24H0.001S,0.2,a day",
			"3,PT1S,2,PT5S,-0.1,jitter", "3,PT1S,2,PT5S,1,jitter", "3,PT1S,2,PT5S,NaN,jitter" })
	void whenOutOfRangeThenItIsRefusedByName(int attempts, Duration initial, double multiplier, Duration max,
			double jitter, String name) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new RetrySettings(attempts, initial, multiplier, max, jitter))
			.withMessageContaining(name);
	}

}
