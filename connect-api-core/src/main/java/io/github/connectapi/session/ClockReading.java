package io.github.connectapi.session;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A reading of both clocks. The monotonic one may stop while the machine sleeps, the wall
 * clock may be set; together they cannot be fooled into making a session younger.
 */
record ClockReading(long nanos, long millis) {

	static ClockReading now(LongSupplier nanos, InstantSource clock) {
		return new ClockReading(nanos.getAsLong(), clock.millis());
	}

	/** The larger of the two advances, in nanoseconds, never negative. */
	long since(ClockReading earlier) {
		long monotonic = this.nanos - earlier.nanos;
		long wall = TimeUnit.MILLISECONDS.toNanos(this.millis - earlier.millis);
		return Math.max(0, Math.max(monotonic, wall));
	}

	Instant instant() {
		return Instant.ofEpochMilli(this.millis);
	}

}
