package io.github.connectapi.session;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectCredentialsRejectedException;

/**
 * The last acquisition failed, and the next one is held back. Immutable.
 *
 * @param failure why it failed
 * @param at when it failed
 * @param delayNanos how long the next attempt is held back from then on
 * @param failures how many failed in a row
 * @param rejections how many of them because the credentials were rejected
 * @param rejected the credentials that were rejected last; null if none were
 * @param corrections how many times in a row other credentials were rejected, too
 * @param askedNanos when the provider was last asked for others
 */
record BackoffState(ConnectApiException failure, ClockReading at, long delayNanos, int failures, int rejections,
		@Nullable ConnectCredentials rejected, int corrections, long askedNanos) {

	private static final int MAX_CORRECTIONS = 3;

	/** Counted on the monotonic clock, so that a step of the wall clock sends nothing. */
	long remaining(ClockReading now) {
		return Math.max(0, this.delayNanos - (now.nanos() - this.at.nanos()));
	}

	boolean isBackingOff(ClockReading now) {
		return remaining(now) > 0;
	}

	boolean isRejection() {
		return this.failure instanceof ConnectCredentialsRejectedException;
	}

	boolean isOf(ConnectCredentials credentials) {
		return this.rejected != null && credentials.equals(this.rejected);
	}

	/** Whether other credentials may end the hold; not if others were of no use. */
	boolean mayAsk() {
		return isRejection() && this.failure.retryAfter().isEmpty() && this.corrections < MAX_CORRECTIONS;
	}

	BackoffState asked(ClockReading now) {
		return new BackoffState(this.failure, this.at, this.delayNanos, this.failures, this.rejections, this.rejected,
				this.corrections, now.nanos());
	}

	/** No longer holds back, but still counts. */
	BackoffState lifted() {
		return new BackoffState(this.failure, this.at, 0, this.failures, this.rejections, this.rejected,
				this.corrections, this.askedNanos);
	}

}
