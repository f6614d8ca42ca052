package io.github.connectapi;

import java.time.Duration;
import java.time.Instant;

/**
 * There is no session, the last attempt to get one failed, and the next attempt is not
 * due yet, so nothing was sent. Code, operation and coordination id are those of
 * {@link #lastFailure()}, which is also the cause, or the cause of the cause.
 */
public final class ConnectBackoffException extends ConnectApiException {

	/** When the next attempt is due. */
	private final Instant nextAttemptAt;

	/** Why the last attempt failed. */
	private final ConnectApiException lastFailure;

	/**
	 * Makes an exception, also for the tests of an application.
	 * @param nextAttemptAt when the next attempt is due, by the wall clock
	 * @param retryAfter how long that is from now
	 * @param lastFailure why the last attempt failed
	 */
	public ConnectBackoffException(Instant nextAttemptAt, Duration retryAfter, ConnectApiException lastFailure) {
		this("No Connect session, and no attempt before " + nextAttemptAt + " because the last one failed: "
				+ lastFailure.getMessage() + advice(lastFailure), lastFailure.failure().withRetryAfter(retryAfter),
				nextAttemptAt, lastFailure, lastFailure);
	}

	private ConnectBackoffException(String message, ConnectFailure failure, Instant nextAttemptAt,
			ConnectApiException lastFailure, ConnectApiException cause) {
		super(message, failure, cause);
		this.nextAttemptAt = nextAttemptAt;
		this.lastFailure = lastFailure;
	}

	/**
	 * When the next attempt is due, by the wall clock of this machine.
	 * @return the moment
	 */
	public Instant nextAttemptAt() {
		return this.nextAttemptAt;
	}

	/**
	 * Why the last attempt failed, for instance a
	 * {@link ConnectCredentialsRejectedException}.
	 * @return the failure
	 */
	public ConnectApiException lastFailure() {
		return this.lastFailure;
	}

	@Override
	public ConnectBackoffException copyForCaller() {
		return new ConnectBackoffException(String.valueOf(getMessage()), failure(), this.nextAttemptAt,
				this.lastFailure, this);
	}

	private static String advice(ConnectApiException lastFailure) {
		return (lastFailure instanceof ConnectCredentialsRejectedException)
				? "; correct the credentials, or call reset() to try again at once" : "";
	}

}
