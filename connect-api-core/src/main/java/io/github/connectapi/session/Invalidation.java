package io.github.connectapi.session;

import java.time.Duration;

import io.github.connectapi.Secret;

/**
 * The last report of a rejected token that was accepted, and for how long further ones
 * are ignored. Immutable.
 */
record Invalidation(Secret token, long atNanos, long windowNanos) {

	private static final long MIN = Duration.ofMinutes(1).toNanos();

	private static final long MAX = Duration.ofHours(1).toNanos();

	static Invalidation first(Secret token, long nanos) {
		return new Invalidation(token, nanos, MIN);
	}

	boolean ignoresReportAt(long nanos) {
		return nanos - this.atNanos < this.windowNanos;
	}

	/** For how long it ignores further ones. */
	long remaining(ClockReading now) {
		return Math.max(0, this.windowNanos - (now.nanos() - this.atNanos));
	}

	/** Doubles the window if the last session lasted hardly longer than it. */
	Invalidation next(Secret token, long nanos) {
		boolean soon = nanos - this.atNanos < 2 * this.windowNanos;
		return soon ? new Invalidation(token, nanos, Math.min(MAX, 2 * this.windowNanos)) : first(token, nanos);
	}

}
