package io.github.connectapi;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when the session manager or its client is closed. No further session
 * will be returned.
 */
public final class ConnectClosedException extends ConnectApiException {

	/**
	 * Create an exception. Applications may use this in their tests.
	 * @param message the detail message
	 */
	public ConnectClosedException(String message) {
		this(message, ConnectFailure.permanentFailure(null, null), null);
	}

	/**
	 * Create an exception with details and a cause. Applications may use this in their
	 * tests.
	 * @param message the detail message, without secrets
	 * @param failure the details of the failure
	 * @param cause the cause, or null
	 */
	public ConnectClosedException(String message, ConnectFailure failure, @Nullable Throwable cause) {
		super(message, failure, cause);
	}

	@Override
	ConnectClosedException copy(String message, ConnectFailure failure, @Nullable Throwable cause) {
		return new ConnectClosedException(message, failure, cause);
	}

}
