package io.github.connectapi;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when the server rejects the credentials, or rejects a login for a
 * reason that another login would not change. Never repeated immediately, because
 * repeated failed logins lock accounts. Callers can correct the credentials.
 */
public final class ConnectCredentialsRejectedException extends ConnectOperationException {

	/**
	 * Create an exception. Applications may use this in their tests.
	 * @param message the detail message, without secrets
	 * @param failure the details of the failure
	 */
	public ConnectCredentialsRejectedException(String message, ConnectFailure failure) {
		this(message, failure, null);
	}

	/**
	 * Create an exception with a cause. Applications may use this in their tests.
	 * @param message the detail message, without secrets
	 * @param failure the details of the failure
	 * @param cause the cause, or null
	 */
	public ConnectCredentialsRejectedException(String message, ConnectFailure failure, @Nullable Throwable cause) {
		super(message, failure, cause);
	}

	@Override
	ConnectCredentialsRejectedException copy(String message, ConnectFailure failure, @Nullable Throwable cause) {
		return new ConnectCredentialsRejectedException(message, failure, cause);
	}

}
