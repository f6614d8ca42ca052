package io.github.connectapi.test.time;

import java.time.Duration;
import java.time.Instant;

/**
 * A reading of both clocks.
 *
 * @param wall the wall clock
 * @param nanos the monotonic clock
 */
record ClockReading(Instant wall, long nanos) {

	ClockReading plus(Duration duration) {
		return plusNanos(duration.toNanos());
	}

	ClockReading plusNanos(long duration) {
		return new ClockReading(this.wall.plusNanos(duration), this.nanos + duration);
	}

	static void checkNotNegative(Duration duration) {
		if (duration.isNegative()) {
			throw new IllegalArgumentException("The duration must not be negative: %s".formatted(duration));
		}
	}

}
