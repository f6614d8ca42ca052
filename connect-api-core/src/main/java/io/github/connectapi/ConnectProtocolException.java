package io.github.connectapi;

import org.jspecify.annotations.Nullable;

/**
 * There was an answer that breaks the contract of the Connect API: no JSON, no envelope,
 * a result without a token, an impossible lifetime. What a caller can do: report it with
 * its coordination id.
 */
public final class ConnectProtocolException extends ConnectApiException {

	/**
	 * Makes an exception, also for the tests of an application.
	 * @param message what happened, without secrets
	 * @param failure the details
	 */
	public ConnectProtocolException(String message, ConnectFailure failure) {
		this(message, failure, null);
	}

	/**
	 * Makes an exception with a cause, also for the tests of an application.
	 * @param message what happened, without secrets
	 * @param failure the details
	 * @param cause what caused it, or null
	 */
	public ConnectProtocolException(String message, ConnectFailure failure, @Nullable Throwable cause) {
		super(message, failure, cause);
	}

	@Override
	public ConnectProtocolException copyForCaller() {
		return new ConnectProtocolException(String.valueOf(getMessage()), failure(), this);
	}

}
