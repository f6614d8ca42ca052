package io.github.connectapi;

import org.jspecify.annotations.Nullable;

/**
 * The server does not accept the credentials, or refuses a session for a reason that
 * another login would not change. Never repeated at once, because repeated wrong logins
 * lock accounts. What a caller can do: correct the credentials.
 */
public final class ConnectCredentialsRejectedException extends ConnectOperationException {

	/**
	 * Makes an exception, also for the tests of an application.
	 * @param message what happened, without secrets
	 * @param failure the details
	 */
	public ConnectCredentialsRejectedException(String message, ConnectFailure failure) {
		this(message, failure, null);
	}

	/**
	 * Makes an exception with a cause, also for the tests of an application.
	 * @param message what happened, without secrets
	 * @param failure the details
	 * @param cause what caused it, or null
	 */
	public ConnectCredentialsRejectedException(String message, ConnectFailure failure, @Nullable Throwable cause) {
		super(message, failure, cause);
	}

	@Override
	public ConnectCredentialsRejectedException copyForCaller() {
		return new ConnectCredentialsRejectedException(String.valueOf(getMessage()), failure(), this);
	}

}
