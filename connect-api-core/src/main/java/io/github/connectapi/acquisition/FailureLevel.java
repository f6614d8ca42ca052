package io.github.connectapi.acquisition;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.Internal;

/**
 * Whom the failure of an acquisition concerns.
 */
@Internal
public enum FailureLevel {

	/** The user alone: his credentials were rejected, for instance. */
	USER,

	/**
	 * All users of the system: its password was rejected, the gateway has deactivated it,
	 * it has sent too many requests, or its requests are not permitted.
	 */
	SYSTEM,

	/** All users: no connection could be opened. */
	CONNECTION,

	/**
	 * All users, if several have it: the server failed, did not respond in time, sent an
	 * unusable response, or denied access without a code.
	 */
	SERVER,

	/** Nobody: it says nothing about the server, such as an interrupt. */
	NONE;

	private static final Set<String> SYSTEM_PASSWORD_CODES = Set.of("invalidsystemidorpassword", "invalid_client");

	private static final Set<String> USER_PASSWORD_CODES = Set.of("invalidusernameorpassword", "invalid_grant");

	/** Further codes that another user of the system would get as well. */
	private static final Set<String> SYSTEM_CODES = Set.of("auth-002", "operationrequireshttps", "auth-014",
			"securetokenpassedoverhttp");

	/**
	 * Return the level of a failure.
	 * @param failure the failure
	 * @return the level
	 */
	public static FailureLevel of(ConnectApiException failure) {
		ConnectFailure details = failure.failure();
		if (details.operation() == null) {
			return NONE;
		}
		if (details.isOverRate()) {
			return SYSTEM;
		}
		if (failure instanceof ConnectCredentialsRejectedException) {
			return ofRejection(details);
		}
		if (!details.isTransient()) {
			return (details.isNotSent() || failure.getCause() instanceof IOException) ? NONE : USER;
		}
		if (!details.isNotSent()) {
			return SERVER;
		}
		return isConnectFailure(failure.getCause()) ? CONNECTION : ofNotSent(failure);
	}

	/** Without a cause, it is the back-off of another instance, for this user. */
	private static FailureLevel ofNotSent(ConnectApiException failure) {
		return (failure.getCause() != null) ? SERVER : NONE;
	}

	private static FailureLevel ofRejection(ConnectFailure details) {
		String code = details.code();
		if (code == null) {
			return SERVER;
		}
		// A response of the gateway has no statuses. In others, such words mean the user.
		boolean gateway = details.statuses().isEmpty() && isGatewayCode(code);
		String normalized = normalized(code);
		return (gateway || SYSTEM_PASSWORD_CODES.contains(normalized) || SYSTEM_CODES.contains(normalized)) ? SYSTEM
				: USER;
	}

	private static boolean isGatewayCode(String code) {
		String letters = code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
		return letters.contains("INACTIVE") || letters.contains("NOTAUTHORIZED");
	}

	// The cause of the cause is the kind of the failure to connect. Without one, there
	// was no time left, for instance.
	private static boolean isConnectFailure(@Nullable Throwable cause) {
		return cause instanceof IOException && cause.getCause() instanceof IOException;
	}

	/** Return whether the password of the system was rejected. */
	static boolean isSystemPasswordRejected(ConnectApiException failure) {
		return isRejectedWith(failure, SYSTEM_PASSWORD_CODES);
	}

	/** Return whether the server has accepted the system, but not the user. */
	static boolean isUserPasswordRejected(ConnectApiException failure) {
		return isRejectedWith(failure, USER_PASSWORD_CODES);
	}

	private static boolean isRejectedWith(ConnectApiException failure, Set<String> codes) {
		String actual = failure.failure().code();
		return failure instanceof ConnectCredentialsRejectedException && actual != null
				&& codes.contains(normalized(actual));
	}

	private static String normalized(String code) {
		return code.strip().toLowerCase(Locale.ROOT);
	}

}
