package io.github.connectapi;

import org.jspecify.annotations.Nullable;

/**
 * The caller waited for a session as long as it was willing to. The acquisition goes on
 * without it, so the next call may find a session. Or no time was left to send a call; if
 * it was sent before, the cause is why that failed.
 */
public final class ConnectWaitTimeoutException extends ConnectApiException {

	/**
	 * Makes an exception, also for the tests of an application.
	 * @param message what happened
	 */
	public ConnectWaitTimeoutException(String message) {
		this(message, ConnectFailure.transientFailure(null, null), null);
	}

	/**
	 * Makes an exception with details and a cause, also for the tests of an application.
	 * @param message what happened, without secrets
	 * @param failure the details
	 * @param cause what caused it, or null
	 */
	public ConnectWaitTimeoutException(String message, ConnectFailure failure, @Nullable Throwable cause) {
		super(message, failure, cause);
	}

	@Override
	public ConnectWaitTimeoutException copyForCaller() {
		return new ConnectWaitTimeoutException(String.valueOf(getMessage()), failure(), this);
	}

}
