package io.github.connectapi.session;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * A reading of both clocks. The monotonic clock may stop while the machine is suspended,
 * and the wall clock may be set. The larger advance of the two is never less than the
 * time that really passed, unless the machine is suspended and the wall clock is set
 * back.
 *
 * @param nanos the monotonic clock in nanoseconds
 * @param millis the wall clock in milliseconds since the epoch
 */
record ClockReading(long nanos, long millis) {

	/** Return the larger of the two advances, in nanoseconds, never negative. */
	long since(ClockReading earlier) {
		long monotonic = this.nanos - earlier.nanos;
		long wall = TimeUnit.MILLISECONDS.toNanos(this.millis - earlier.millis);
		return Math.max(0, Math.max(monotonic, wall));
	}

	Instant instant() {
		return Instant.ofEpochMilli(this.millis);
	}

}
