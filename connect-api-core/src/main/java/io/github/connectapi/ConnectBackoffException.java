package io.github.connectapi;

import java.time.Duration;
import java.time.Instant;

/**
 * Exception thrown when there is no session, the last attempt to acquire one failed, and
 * the next attempt is not due yet. Nothing was sent. Code, operation and coordination id
 * are those of {@link #lastFailure()}, which is also the cause, or the cause of the
 * cause.
 */
public final class ConnectBackoffException extends ConnectApiException {

	/** The time of the next attempt. */
	private final Instant nextAttemptAt;

	/** The failure of the last attempt. */
	private final ConnectApiException lastFailure;

	/**
	 * Create an exception. Applications may use this in their tests.
	 * @param nextAttemptAt the time of the next attempt, according to the wall clock
	 * @param retryAfter the delay from now until the next attempt
	 * @param lastFailure the failure of the last attempt
	 */
	public ConnectBackoffException(Instant nextAttemptAt, Duration retryAfter, ConnectApiException lastFailure) {
		this(message(nextAttemptAt, lastFailure), lastFailure.failure().withRetryAfter(retryAfter), nextAttemptAt,
				lastFailure, lastFailure);
	}

	private ConnectBackoffException(String message, ConnectFailure failure, Instant nextAttemptAt,
			ConnectApiException lastFailure, ConnectApiException cause) {
		super(message, failure, cause);
		this.nextAttemptAt = nextAttemptAt;
		this.lastFailure = lastFailure;
	}

	/**
	 * Return when the next attempt is due, according to the wall clock of this machine.
	 * @return the time of the next attempt
	 */
	public Instant nextAttemptAt() {
		return this.nextAttemptAt;
	}

	/**
	 * Return the failure of the last attempt, for instance a
	 * {@link ConnectCredentialsRejectedException}.
	 * @return the failure
	 */
	public ConnectApiException lastFailure() {
		return this.lastFailure;
	}

	@Override
	ConnectBackoffException copy() {
		return new ConnectBackoffException(String.valueOf(getMessage()), failure(), this.nextAttemptAt,
				this.lastFailure, this);
	}

	private static String message(Instant nextAttemptAt, ConnectApiException lastFailure) {
		if (lastFailure instanceof ConnectCredentialsRejectedException) {
			return "No Connect session; next attempt at %s because the last one failed: %s; correct the credentials, or call reset()"
				.formatted(nextAttemptAt, lastFailure.getMessage());
		}
		return "No Connect session; next attempt at %s because the last one failed: %s".formatted(nextAttemptAt,
				lastFailure.getMessage());
	}

}
