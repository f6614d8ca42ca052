package io.github.connectapi;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when the server returned {@code Status = Error} or rejected the
 * request, or when the request was not sent because the session is not suitable for the
 * operation. The reaction depends on {@link #code()}. The codes
 * {@code DependentServiceDown}, {@code InternalError} and {@code SystemError} are
 * {@linkplain #isTransient() transient}.
 */
public sealed class ConnectOperationException extends ConnectApiException
		permits ConnectCredentialsRejectedException, ConnectTokenRejectedException {

	/**
	 * Create an exception. Applications may use this in their tests.
	 * @param message the detail message, without secrets
	 * @param failure the details of the failure
	 */
	public ConnectOperationException(String message, ConnectFailure failure) {
		this(message, failure, null);
	}

	/**
	 * Create an exception with a cause. Applications may use this in their tests.
	 * @param message the detail message, without secrets
	 * @param failure the details of the failure
	 * @param cause the cause, or null
	 */
	public ConnectOperationException(String message, ConnectFailure failure, @Nullable Throwable cause) {
		super(message, failure, cause);
	}

	@Override
	ConnectOperationException copy(String message, ConnectFailure failure, @Nullable Throwable cause) {
		return new ConnectOperationException(message, failure, cause);
	}

}
