package io.github.connectapi.session;

import java.time.Duration;

/**
 * The last accepted report of a rejected token, and how long further reports are ignored.
 * Immutable.
 *
 * @param acceptedNanos the time on the monotonic clock at which it was accepted
 * @param windowNanos how long further reports are ignored from then on
 */
record Invalidation(long acceptedNanos, long windowNanos) {

	private static final long MIN_WINDOW = Duration.ofMinutes(1).toNanos();

	private static final long MAX_WINDOW = Duration.ofHours(1).toNanos();

	static Invalidation first(long nanos) {
		return new Invalidation(nanos, MIN_WINDOW);
	}

	boolean ignoresReportAt(long nanos) {
		return nanos - this.acceptedNanos < this.windowNanos;
	}

	long remaining(ClockReading now) {
		return Math.max(0, this.windowNanos - (now.nanos() - this.acceptedNanos));
	}

	/** Double the window if the next report follows soon after its end. */
	Invalidation next(long nanos) {
		boolean soon = nanos - this.acceptedNanos < 2 * this.windowNanos;
		return soon ? new Invalidation(nanos, Math.min(MAX_WINDOW, 2 * this.windowNanos)) : first(nanos);
	}

}
