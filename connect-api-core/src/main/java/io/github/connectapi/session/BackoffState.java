package io.github.connectapi.session;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectCredentialsRejectedException;

/**
 * State of the back-off after a failed acquisition. Immutable.
 *
 * @param failure the last failure
 * @param failedAt the time of the last failure
 * @param delayNanos the time after the last failure without another acquisition
 * @param failures the number of consecutive failures
 * @param rejections the number of those in which the credentials were rejected
 * @param rejectedCredentials the credentials that were rejected last; null if none were
 * @param credentialChanges the number of consecutive times that changed credentials were
 * rejected as well
 * @param probedNanos the time on the monotonic clock at which the provider was last
 * probed for other credentials
 */
record BackoffState(ConnectApiException failure, ClockReading failedAt, long delayNanos, int failures, int rejections,
		@Nullable ConnectCredentials rejectedCredentials, int credentialChanges, long probedNanos) {

	private static final int MAX_CREDENTIAL_CHANGES = 3;

	// Uses the monotonic clock, so that a wall clock step does not end the back-off.
	long remaining(ClockReading now) {
		return Math.max(0, this.delayNanos - (now.nanos() - this.failedAt.nanos()));
	}

	boolean isBackingOff(ClockReading now) {
		return remaining(now) > 0;
	}

	// Computed from the time of the failure, so that it is the same wherever it is shown.
	Instant nextAttemptAt() {
		return this.failedAt.instant().plusNanos(this.delayNanos).truncatedTo(ChronoUnit.MILLIS);
	}

	boolean isRejection() {
		return this.failure instanceof ConnectCredentialsRejectedException;
	}

	boolean isRejected(ConnectCredentials credentials) {
		return this.rejectedCredentials != null && credentials.equals(this.rejectedCredentials);
	}

	// Changed credentials end the back-off, unless several of them were rejected too.
	boolean mayProbe() {
		return isRejection() && this.failure.retryAfter().isEmpty() && this.credentialChanges < MAX_CREDENTIAL_CHANGES;
	}

	BackoffState probed(ClockReading now) {
		return new BackoffState(this.failure, this.failedAt, this.delayNanos, this.failures, this.rejections,
				this.rejectedCredentials, this.credentialChanges, now.nanos());
	}

	BackoffState withoutDelay() {
		return new BackoffState(this.failure, this.failedAt, 0, this.failures, this.rejections,
				this.rejectedCredentials, this.credentialChanges, this.probedNanos);
	}

}
