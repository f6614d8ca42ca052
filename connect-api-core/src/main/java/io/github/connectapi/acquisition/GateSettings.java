package io.github.connectapi.acquisition;

import java.time.Duration;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.Internal;

/**
 * Back-offs that all users or all users of a system share. Immutable.
 *
 * @param backoff the first back-off after an outage, which doubles
 * @param maxBackoff the maximum back-off after an outage
 * @param rejectedBackoff the first back-off of a rejected system, which triples
 * @param maxRejectedBackoff the maximum back-off of a rejected system
 * @param probeTimeout when another login may start if one that has to find out whether
 * the server is usable has not ended: longer than an acquisition
 */
@Internal
public record GateSettings(Duration backoff, Duration maxBackoff, Duration rejectedBackoff, Duration maxRejectedBackoff,
		Duration probeTimeout) {

	/** Return the back-off after a number of consecutive failures. */
	GateBackoff next(ConnectApiException failure, int failures, boolean rejected, long nanos) {
		double delay = rejected ? exponential(this.rejectedBackoff, this.maxRejectedBackoff, 3, failures)
				: exponential(this.backoff, this.maxBackoff, 2, failures);
		long retryAfter = failure.retryAfter().orElse(Duration.ZERO).toNanos();
		return new GateBackoff(failure, nanos, Math.max((long) delay, retryAfter), failures);
	}

	private static double exponential(Duration initial, Duration max, int multiplier, int failures) {
		return Math.min((double) max.toNanos(), initial.toNanos() * Math.pow(multiplier, failures - 1.0));
	}

}
