package io.github.connectapi;

import org.jspecify.annotations.Nullable;

/**
 * There was no usable answer: the connection failed, the time ran out, the server or its
 * gateway is overloaded or down, or the credentials provider failed. Usually transient;
 * not so when a daily quota is used up. What a caller can do: try again later.
 */
public final class ConnectUnavailableException extends ConnectApiException {

	/**
	 * Makes an exception, also for the tests of an application.
	 * @param message what happened, without secrets
	 * @param failure the details
	 */
	public ConnectUnavailableException(String message, ConnectFailure failure) {
		this(message, failure, null);
	}

	/**
	 * Makes an exception with a cause, also for the tests of an application.
	 * @param message what happened, without secrets
	 * @param failure the details
	 * @param cause what caused it, or null
	 */
	public ConnectUnavailableException(String message, ConnectFailure failure, @Nullable Throwable cause) {
		super(message, failure, cause);
	}

	@Override
	public ConnectUnavailableException copyForCaller() {
		return new ConnectUnavailableException(String.valueOf(getMessage()), failure(), this);
	}

}
