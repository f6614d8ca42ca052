package io.github.connectapi.client;

import java.util.Locale;
import java.util.Set;

import io.github.connectapi.operation.ConnectOperation;

/**
 * What an answer that is not a success means for whoever wants a session, or uses one.
 * This is the one table from codes to meanings. The codes are documented by Getty Images
 * unless a comment says otherwise.
 */
enum ErrorCategory {

	/** Another login with these credentials is useless, and may lock the account. */
	CREDENTIALS_REJECTED,

	/** This session cannot be used or renewed, but another one may be created. */
	TOKEN_REJECTED,

	/** The same request may succeed soon. */
	TRANSIENT,

	/** The quota of the day is used up. */
	QUOTA_USED_UP,

	/** Nothing is known, except that repeating it at once is useless. */
	FAILED;

	/** Those with AUTH say that HTTPS is required, or that the token is burned. */
	private static final Set<String> REJECTED = Set.of("invalidsystemidorpassword", "invalidusernameorpassword",
			"auth-002", "operationrequireshttps", "auth-014", "securetokenpassedoverhttp");

	private static final Set<String> PASSING = Set.of("dependentservicedown", "internalerror", "systemerror");

	/** Besides those that begin with AUTH; the last two say that it is burned. */
	private static final Set<String> TOKEN = Set.of("failedtorenewtoken", "securetokenpassedoverhttp");

	/** HTTPS is required, and a secure token is. */
	private static final Set<String> NOT_THE_TOKEN = Set.of("auth-002", "auth-023");

	/**
	 * The meaning of an error envelope. Where a session is wanted, an unknown code is
	 * treated as a rejection, because a locked account has an undocumented one; without a
	 * code the status counts.
	 */
	static ErrorCategory ofEnvelope(ConnectOperation operation, int httpStatus, String code) {
		String key = code.strip().toLowerCase(Locale.ROOT);
		if (key.isEmpty() && httpStatus != 200) {
			return ofHttpStatus(operation, httpStatus);
		}
		if (PASSING.contains(key)) {
			return TRANSIENT;
		}
		if (operation.kind() == ConnectOperation.Kind.CALLS) {
			boolean token = TOKEN.contains(key) || (key.startsWith("auth-") && !NOT_THE_TOKEN.contains(key));
			return token ? TOKEN_REJECTED : FAILED;
		}
		return REJECTED.contains(key) ? CREDENTIALS_REJECTED : refusal(operation);
	}

	/**
	 * The meaning of what the gateway in front of the API says by itself: its error code
	 * or its error detail, as seen in clients that worked.
	 */
	static ErrorCategory ofGateway(ConnectOperation operation, int httpStatus, String error) {
		String key = error.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
		if (key.contains("OVERQPS") || key.contains("OVERQUERIESPERSECOND")) {
			return TRANSIENT;
		}
		if (key.contains("OVERRATE")) {
			return QUOTA_USED_UP;
		}
		if (key.contains("INACTIVE") || key.contains("NOTAUTHORIZED")) {
			return (operation.kind() == ConnectOperation.Kind.CALLS) ? FAILED : CREDENTIALS_REJECTED;
		}
		return ofHttpStatus(operation, httpStatus);
	}

	/**
	 * The meaning of a status without envelope and without a word of the gateway.
	 */
	static ErrorCategory ofHttpStatus(ConnectOperation operation, int httpStatus) {
		if (httpStatus == 429 || httpStatus >= 500) {
			return TRANSIENT;
		}
		boolean denied = httpStatus == 401 || httpStatus == 403;
		return switch (operation.kind()) {
			case CREATES -> denied ? CREDENTIALS_REJECTED : FAILED;
			case RENEWS -> TOKEN_REJECTED;
			case CALLS -> FAILED;
		};
	}

	private static ErrorCategory refusal(ConnectOperation operation) {
		return (operation.kind() == ConnectOperation.Kind.RENEWS) ? TOKEN_REJECTED : CREDENTIALS_REJECTED;
	}

}
