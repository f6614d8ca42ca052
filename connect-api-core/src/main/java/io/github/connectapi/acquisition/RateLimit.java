package io.github.connectapi.acquisition;

import java.time.Duration;

/**
 * Limits how often something happens in any period of a given length, by the times of the
 * latest events. Not thread-safe.
 */
final class RateLimit {

	/** The times of the latest events, of which the next one is the oldest. */
	private final long[] nanos;

	private final long periodNanos;

	private int next;

	private int count;

	RateLimit(int maxEvents, Duration period) {
		this.nanos = new long[maxEvents];
		this.periodNanos = period.toNanos();
	}

	/** Return the time until another event may happen, in nanoseconds; 0 if now. */
	long delay(long now) {
		return (this.count < this.nanos.length) ? 0 : Math.max(0, this.periodNanos - (now - this.nanos[this.next]));
	}

	void record(long now) {
		this.nanos[this.next] = now;
		this.next = (this.next + 1) % this.nanos.length;
		this.count = Math.min(this.nanos.length, this.count + 1);
	}

}
