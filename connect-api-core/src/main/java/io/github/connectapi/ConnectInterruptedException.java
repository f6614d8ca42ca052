package io.github.connectapi;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when the caller was interrupted while it waited for a session. The
 * interrupt status of the thread is restored. The acquisition continues.
 */
public final class ConnectInterruptedException extends ConnectApiException {

	/**
	 * Create an exception. Applications may use this in their tests.
	 * @param message the detail message
	 */
	public ConnectInterruptedException(String message) {
		this(message, null);
	}

	private ConnectInterruptedException(String message, @Nullable Throwable cause) {
		super(message, ConnectFailure.permanentFailure(null, null), cause);
	}

	@Override
	ConnectInterruptedException copy() {
		return new ConnectInterruptedException(String.valueOf(getMessage()), this);
	}

}
