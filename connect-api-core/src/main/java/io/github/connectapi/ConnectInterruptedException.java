package io.github.connectapi;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when the thread of the caller is interrupted: before a request, while
 * it waits for a session or for another attempt, or during an exchange. The interrupt
 * status of the thread is kept. If it was interrupted before its request, nothing was
 * sent. An acquisition for which it waited continues.
 */
public final class ConnectInterruptedException extends ConnectApiException {

	/**
	 * Create an exception. Applications may use this in their tests.
	 * @param message the detail message
	 */
	public ConnectInterruptedException(String message) {
		this(message, ConnectFailure.permanentFailure(null, null), null);
	}

	/**
	 * Create an exception with details and a cause. Applications may use this in their
	 * tests.
	 * @param message the detail message, without secrets
	 * @param failure the details of the failure
	 * @param cause the cause, or null
	 */
	public ConnectInterruptedException(String message, ConnectFailure failure, @Nullable Throwable cause) {
		super(message, failure, cause);
	}

	@Override
	ConnectInterruptedException copy(String message, ConnectFailure failure, @Nullable Throwable cause) {
		return new ConnectInterruptedException(message, failure, cause);
	}

}
