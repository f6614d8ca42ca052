package io.github.connectapi;

import org.jspecify.annotations.Nullable;

/**
 * The session manager or its client was closed. No further session will be answered.
 */
public final class ConnectClosedException extends ConnectApiException {

	/**
	 * Makes an exception, also for the tests of an application.
	 * @param message what happened
	 */
	public ConnectClosedException(String message) {
		this(message, null);
	}

	private ConnectClosedException(String message, @Nullable Throwable cause) {
		super(message, ConnectFailure.permanentFailure(null, null), cause);
	}

	@Override
	public ConnectClosedException copyForCaller() {
		return new ConnectClosedException(String.valueOf(getMessage()), this);
	}

}
