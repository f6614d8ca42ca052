package io.github.connectapi;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when the server rejects the token: it expired, was revoked, or cannot
 * be renewed. Callers can report the session with
 * {@link io.github.connectapi.session.ConnectSessionManager#invalidate} and get another
 * one.
 */
public final class ConnectTokenRejectedException extends ConnectOperationException {

	/**
	 * Create an exception. Applications may use this in their tests.
	 * @param message the detail message, without secrets
	 * @param failure the details of the failure
	 */
	public ConnectTokenRejectedException(String message, ConnectFailure failure) {
		this(message, failure, null);
	}

	/**
	 * Create an exception with a cause. Applications may use this in their tests.
	 * @param message the detail message, without secrets
	 * @param failure the details of the failure
	 * @param cause the cause, or null
	 */
	public ConnectTokenRejectedException(String message, ConnectFailure failure, @Nullable Throwable cause) {
		super(message, failure, cause);
	}

	/**
	 * Return whether the server reports that the secure token was sent unencrypted and is
	 * therefore revoked. Sending another token in the same way would compromise it, too.
	 * @return true for {@code AUTH-014} and {@code SecureTokenPassedOverHttp}
	 */
	public boolean isTokenCompromised() {
		String code = code().orElse("").strip();
		return code.equalsIgnoreCase("AUTH-014") || code.equalsIgnoreCase("SecureTokenPassedOverHttp");
	}

	@Override
	ConnectTokenRejectedException copy(String message, ConnectFailure failure, @Nullable Throwable cause) {
		return new ConnectTokenRejectedException(message, failure, cause);
	}

}
