package io.github.connectapi;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when there is no session, the last acquisition failed, and the next
 * acquisition is not due yet. Nothing was sent. Code, operation and coordination id are
 * those of {@link #lastFailure()}, which is also {@linkplain #getSuppressed() suppressed}
 * so that its stack trace is logged after that of the caller.
 */
public final class ConnectBackoffException extends ConnectApiException {

	/** The time of the next acquisition. */
	private final Instant nextAttemptAt;

	/** The failure of the last acquisition. */
	private final ConnectApiException lastFailure;

	/**
	 * Create an exception. Applications may use this in their tests.
	 * @param nextAttemptAt the time of the next acquisition, according to the wall clock
	 * @param retryAfter the delay from now until the next acquisition
	 * @param lastFailure the failure of the last acquisition
	 */
	public ConnectBackoffException(Instant nextAttemptAt, Duration retryAfter, ConnectApiException lastFailure) {
		this(message(nextAttemptAt, lastFailure), lastFailure.failure().withRetryAfter(retryAfter).withNotSent(true),
				nextAttemptAt, lastFailure, null);
		addSuppressed(lastFailure);
	}

	private ConnectBackoffException(String message, ConnectFailure failure, Instant nextAttemptAt,
			ConnectApiException lastFailure, @Nullable Throwable cause) {
		super(message, failure, cause);
		this.nextAttemptAt = nextAttemptAt;
		this.lastFailure = lastFailure;
	}

	/**
	 * Return when the next acquisition is due, according to the wall clock of this
	 * machine.
	 * @return the time of the next acquisition
	 */
	public Instant nextAttemptAt() {
		return this.nextAttemptAt;
	}

	/**
	 * Return the failure of the last acquisition, for instance a
	 * {@link ConnectCredentialsRejectedException}.
	 * @return the failure
	 */
	public ConnectApiException lastFailure() {
		return this.lastFailure;
	}

	@Override
	ConnectBackoffException copy(String message, ConnectFailure failure, @Nullable Throwable cause) {
		return new ConnectBackoffException(message, failure, this.nextAttemptAt, this.lastFailure, cause);
	}

	private static String message(Instant nextAttemptAt, ConnectApiException lastFailure) {
		if (lastFailure instanceof ConnectCredentialsRejectedException) {
			return "No Connect session: the last acquisition failed (%s). The next acquisition is due at %s. Correct the credentials or call ConnectSessionManager.reset()."
				.formatted(lastFailure.getMessage(), nextAttemptAt);
		}
		return "No Connect session: the last acquisition failed (%s). The next acquisition is due at %s."
			.formatted(lastFailure.getMessage(), nextAttemptAt);
	}

}
