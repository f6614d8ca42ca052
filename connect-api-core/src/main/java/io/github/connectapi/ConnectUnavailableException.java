package io.github.connectapi;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when there is no usable response: the connection failed, a timeout
 * expired, the server or its gateway is overloaded or down, or the credentials provider
 * or a customizer failed. Usually transient, but not when the daily quota is exhausted or
 * when a customizer changed the request in a way that is not permitted. Callers can try
 * again later. If a connection could not be opened, the cause of the cause is of the kind
 * of the failure, for example an {@link java.net.UnknownHostException}.
 */
public final class ConnectUnavailableException extends ConnectApiException {

	/**
	 * Create an exception. Applications may use this in their tests.
	 * @param message the detail message, without secrets
	 * @param failure the details of the failure
	 */
	public ConnectUnavailableException(String message, ConnectFailure failure) {
		this(message, failure, null);
	}

	/**
	 * Create an exception with a cause. Applications may use this in their tests.
	 * @param message the detail message, without secrets
	 * @param failure the details of the failure
	 * @param cause the cause, or null
	 */
	public ConnectUnavailableException(String message, ConnectFailure failure, @Nullable Throwable cause) {
		super(message, failure, cause);
	}

	@Override
	ConnectUnavailableException copy(String message, ConnectFailure failure, @Nullable Throwable cause) {
		return new ConnectUnavailableException(message, failure, cause);
	}

}
