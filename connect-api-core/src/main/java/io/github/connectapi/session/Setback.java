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
 * @param pauseNanos how long the next attempt is held back from then on
 * @param failures how many failed in a row
 * @param rejections how many of them because the credentials were rejected
 * @param rejected the credentials that were rejected last; null if none were
 * @param corrections how many times in a row other credentials were rejected, too
 * @param askedNanos when the provider was last asked for others
 */
record Setback(ConnectApiException failure, Moment at, long pauseNanos, int failures, int rejections,
		@Nullable ConnectCredentials rejected, int corrections, long askedNanos) {

	private static final int MOST_CORRECTIONS = 3;

	/** Counted on the monotonic clock, so that a step of the wall clock sends nothing. */
	long remaining(Moment now) {
		return Math.max(0, this.pauseNanos - (now.nanos() - this.at.nanos()));
	}

	boolean holdsBack(Moment now) {
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
		return isRejection() && this.failure.retryAfter().isEmpty() && this.corrections < MOST_CORRECTIONS;
	}

	Setback asked(Moment now) {
		return new Setback(this.failure, this.at, this.pauseNanos, this.failures, this.rejections, this.rejected,
				this.corrections, now.nanos());
	}

	/** No longer holds back, but still counts. */
	Setback lifted() {
		return new Setback(this.failure, this.at, 0, this.failures, this.rejections, this.rejected, this.corrections,
				this.askedNanos);
	}

}
