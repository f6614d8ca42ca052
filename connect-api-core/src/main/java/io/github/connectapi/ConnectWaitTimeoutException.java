package io.github.connectapi;

import org.jspecify.annotations.Nullable;

/**
 * The caller waited for a session as long as it was willing to. The acquisition goes on
 * without it, so the next call may find a session.
 */
public final class ConnectWaitTimeoutException extends ConnectApiException {

	/**
	 * Makes an exception, also for the tests of an application.
	 * @param message what happened
	 */
	public ConnectWaitTimeoutException(String message) {
		this(message, null);
	}

	private ConnectWaitTimeoutException(String message, @Nullable Throwable cause) {
		super(message, ConnectFailure.passing(null, null), cause);
	}

	@Override
	public ConnectWaitTimeoutException forCaller() {
		return new ConnectWaitTimeoutException(String.valueOf(getMessage()), this);
	}

}
