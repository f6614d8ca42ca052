package io.github.connectapi;

import org.jspecify.annotations.Nullable;

/**
 * The caller was interrupted while it waited for a session; its interrupt flag is set
 * again. The acquisition goes on without it.
 */
public final class ConnectInterruptedException extends ConnectApiException {

	/**
	 * Makes an exception, also for the tests of an application.
	 * @param message what happened
	 */
	public ConnectInterruptedException(String message) {
		this(message, null);
	}

	private ConnectInterruptedException(String message, @Nullable Throwable cause) {
		super(message, ConnectFailure.permanentFailure(null, null), cause);
	}

	@Override
	public ConnectInterruptedException copyForCaller() {
		return new ConnectInterruptedException(String.valueOf(getMessage()), this);
	}

}
