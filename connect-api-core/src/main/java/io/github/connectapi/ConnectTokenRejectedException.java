package io.github.connectapi;

import org.jspecify.annotations.Nullable;

/**
 * The server does not accept the token: it expired, was revoked, or cannot be renewed.
 * What a caller can do: report it with
 * {@link io.github.connectapi.session.ConnectSessionManager#invalidate}, and get another
 * session.
 */
public final class ConnectTokenRejectedException extends ConnectOperationException {

	/**
	 * Makes an exception, also for the tests of an application.
	 * @param message what happened, without secrets
	 * @param failure the details
	 */
	public ConnectTokenRejectedException(String message, ConnectFailure failure) {
		this(message, failure, null);
	}

	/**
	 * Makes an exception with a cause, also for the tests of an application.
	 * @param message what happened, without secrets
	 * @param failure the details
	 * @param cause what caused it, or null
	 */
	public ConnectTokenRejectedException(String message, ConnectFailure failure, @Nullable Throwable cause) {
		super(message, failure, cause);
	}

	/**
	 * Whether the server says that the secure token travelled unencrypted, and is of no
	 * more use to anybody. Sending another one in the same way would burn that, too.
	 * @return true for {@code AUTH-014} and {@code SecureTokenPassedOverHttp}
	 */
	public boolean isTokenCompromised() {
		String code = code().orElse("").strip();
		return code.equalsIgnoreCase("AUTH-014") || code.equalsIgnoreCase("SecureTokenPassedOverHttp");
	}

	@Override
	public ConnectTokenRejectedException copyForCaller() {
		return new ConnectTokenRejectedException(String.valueOf(getMessage()), failure(), this);
	}

}
