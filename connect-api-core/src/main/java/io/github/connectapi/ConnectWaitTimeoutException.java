package io.github.connectapi;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when the timeout of the caller expires while it waits for a session.
 * The acquisition continues, so the next call may find a session. Also thrown when the
 * call timeout expires before a call can be sent, for instance because too many exchanges
 * are in progress. If the call was sent before, the cause is the failure of that attempt.
 */
public final class ConnectWaitTimeoutException extends ConnectApiException {

	/**
	 * Create an exception. Applications may use this in their tests.
	 * @param message the detail message
	 */
	public ConnectWaitTimeoutException(String message) {
		this(message, ConnectFailure.transientFailure(null, null), null);
	}

	/**
	 * Create an exception with details and a cause. Applications may use this in their
	 * tests.
	 * @param message the detail message, without secrets
	 * @param failure the details of the failure
	 * @param cause the cause, or null
	 */
	public ConnectWaitTimeoutException(String message, ConnectFailure failure, @Nullable Throwable cause) {
		super(message, failure, cause);
	}

	@Override
	ConnectWaitTimeoutException copy(String message, ConnectFailure failure, @Nullable Throwable cause) {
		return new ConnectWaitTimeoutException(message, failure, cause);
	}

}
