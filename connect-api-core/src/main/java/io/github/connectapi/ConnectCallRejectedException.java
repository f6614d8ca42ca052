package io.github.connectapi;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when an asynchronous call is refused because the maximum number of
 * calls is in progress. Nothing was sent. It is transient: the same call may succeed once
 * another one has ended. The library does not repeat it, because that would add to the
 * load.
 */
public final class ConnectCallRejectedException extends ConnectApiException {

	/**
	 * Create an exception. Applications may use this in their tests.
	 * @param message the detail message
	 */
	public ConnectCallRejectedException(String message) {
		this(message, ConnectFailure.transientFailure(null, null).withNotSent(true), null);
	}

	/**
	 * Create an exception with details and a cause. Applications may use this in their
	 * tests.
	 * @param message the detail message, without secrets
	 * @param failure the details of the failure
	 * @param cause the cause, or null
	 */
	public ConnectCallRejectedException(String message, ConnectFailure failure, @Nullable Throwable cause) {
		super(message, failure, cause);
	}

	@Override
	ConnectCallRejectedException copy(String message, ConnectFailure failure, @Nullable Throwable cause) {
		return new ConnectCallRejectedException(message, failure, cause);
	}

}
