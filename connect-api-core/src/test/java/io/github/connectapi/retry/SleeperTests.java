package io.github.connectapi.retry;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SleeperTests {

	@Test
	void whenSleepingThenTheDurationPasses() throws Exception {
		long start = System.nanoTime();
		Sleeper.threadSleep().sleep(Duration.ofMillis(20));
		assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(Duration.ofMillis(20).toNanos());
	}

	@Test
	void whenTheThreadIsInterruptedThenAnInterruptedExceptionIsThrown() {
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(InterruptedException.class)
			.isThrownBy(() -> Sleeper.threadSleep().sleep(Duration.ofHours(1)));
	}

}
