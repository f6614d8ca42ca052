package io.github.connectapi;

import org.jspecify.annotations.Nullable;

/**
 * The server executed the request and answered {@code Status = Error}, or refused it; or
 * it was not sent because the session is of no use for it. What a caller can do depends
 * on {@link #code()}.
 */
public sealed class ConnectOperationException extends ConnectApiException
		permits ConnectCredentialsRejectedException, ConnectTokenRejectedException {

	/**
	 * Makes an exception, also for the tests of an application.
	 * @param message what happened, without secrets
	 * @param failure the details
	 */
	public ConnectOperationException(String message, ConnectFailure failure) {
		this(message, failure, null);
	}

	/**
	 * Makes an exception with a cause, also for the tests of an application.
	 * @param message what happened, without secrets
	 * @param failure the details
	 * @param cause what caused it, or null
	 */
	public ConnectOperationException(String message, ConnectFailure failure, @Nullable Throwable cause) {
		super(message, failure, cause);
	}

	@Override
	public ConnectOperationException copyForCaller() {
		return new ConnectOperationException(String.valueOf(getMessage()), failure(), this);
	}

}
