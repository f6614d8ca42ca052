package io.github.connectapi;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when a response violates the contract of the Connect API or cannot be
 * used: it is not JSON or not an envelope, it is too long, it has another coordination
 * id, its result does not fit the type or has no token, or its lifetime is impossible.
 * Callers can report it together with its coordination id.
 */
public final class ConnectProtocolException extends ConnectApiException {

	/**
	 * Create an exception. Applications may use this in their tests.
	 * @param message the detail message, without secrets
	 * @param failure the details of the failure
	 */
	public ConnectProtocolException(String message, ConnectFailure failure) {
		this(message, failure, null);
	}

	/**
	 * Create an exception with a cause. Applications may use this in their tests.
	 * @param message the detail message, without secrets
	 * @param failure the details of the failure
	 * @param cause the cause, or null
	 */
	public ConnectProtocolException(String message, ConnectFailure failure, @Nullable Throwable cause) {
		super(message, failure, cause);
	}

	@Override
	ConnectProtocolException copy(String message, ConnectFailure failure, @Nullable Throwable cause) {
		return new ConnectProtocolException(message, failure, cause);
	}

}
