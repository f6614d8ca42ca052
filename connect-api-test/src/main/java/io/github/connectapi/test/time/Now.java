package io.github.connectapi.test.time;

import java.time.Duration;
import java.time.Instant;

/**
 * One reading of both clocks.
 *
 * @param wall the wall clock
 * @param nanos the monotonic clock
 */
record Now(Instant wall, long nanos) {

	Now plus(Duration duration) {
		return plusNanos(duration.toNanos());
	}

	Now plusNanos(long duration) {
		return new Now(this.wall.plusNanos(duration), this.nanos + duration);
	}

	static void checkNotNegative(Duration duration) {
		if (duration.isNegative()) {
			throw new IllegalArgumentException("Time does not pass backwards: " + duration);
		}
	}

}
