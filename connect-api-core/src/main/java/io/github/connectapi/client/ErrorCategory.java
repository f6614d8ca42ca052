package io.github.connectapi.client;

import java.net.HttpURLConnection;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.client.ExchangeContext.Purpose;

/**
 * Category of a response that is not a success, derived from its code or HTTP status. The
 * codes are documented by Getty Images unless a comment says otherwise.
 */
enum ErrorCategory {

	/** Another login with these credentials is useless, and may lock the account. */
	CREDENTIALS_REJECTED,

	/** This session cannot be used or renewed, but another one may be created. */
	TOKEN_REJECTED,

	/** The same request may succeed soon. */
	TRANSIENT,

	/** The daily quota is exhausted. */
	QUOTA_EXHAUSTED,

	/** Repeating the same request is useless. */
	PERMANENT;

	/**
	 * The AUTH codes mean that HTTPS is required or that the token is compromised.
	 */
	private static final Set<String> CREDENTIALS_CODES = Set.of("invalidsystemidorpassword",
			"invalidusernameorpassword", "auth-002", "operationrequireshttps", "auth-014", "securetokenpassedoverhttp");

	private static final Set<String> TRANSIENT_CODES = Set.of("dependentservicedown", "internalerror", "systemerror");

	/** Errors of OAuth 2 that pass. All others reject the credentials. */
	private static final Set<String> TRANSIENT_TOKEN_ERRORS = Set.of("temporarily_unavailable", "server_error",
			"slow_down");

	/**
	 * In addition to codes that begin with AUTH. The last one means that the token is
	 * compromised.
	 */
	private static final Set<String> TOKEN_CODES = Set.of("failedtorenewtoken", "securetokenpassedoverhttp");

	/**
	 * AUTH codes that do not reject the token itself: the call requires HTTPS or another
	 * kind of token.
	 */
	private static final Set<String> OTHER_AUTH_CODES = Set.of("auth-002", "auth-023");

	/** Codes that report a fault of the client. */
	private static final Set<String> CLIENT_CODES = Set.of("operationrequiressecuretoken", "invalidrequest");

	/**
	 * Return the category of an error envelope. When a session is requested, an unknown
	 * code is treated as a rejection, because the code of a locked account is not
	 * documented, unless the HTTP status reports an outage or an overload. Without a
	 * code, the HTTP status decides.
	 */
	static ErrorCategory ofEnvelope(Purpose purpose, int httpStatus, String code) {
		String key = code.strip().toLowerCase(Locale.ROOT);
		if (key.isEmpty() && httpStatus != 200) {
			return ofHttpStatus(purpose, httpStatus);
		}
		if (TRANSIENT_CODES.contains(key) || (!isKnown(key) && isOutage(httpStatus))) {
			return TRANSIENT;
		}
		if (purpose == Purpose.USE_SESSION) {
			boolean token = TOKEN_CODES.contains(key) || (key.startsWith("auth-") && !OTHER_AUTH_CODES.contains(key));
			return token ? TOKEN_REJECTED : PERMANENT;
		}
		if (CREDENTIALS_CODES.contains(key)) {
			return CREDENTIALS_REJECTED;
		}
		return (purpose == Purpose.RENEW_SESSION) ? TOKEN_REJECTED : CREDENTIALS_REJECTED;
	}

	/**
	 * Return the category of an error of the gateway in front of the API: its error code
	 * or its error detail, as observed in working clients.
	 */
	static ErrorCategory ofGateway(Purpose purpose, int httpStatus, String error) {
		if (isOverQps(error)) {
			return TRANSIENT;
		}
		String key = letters(error);
		if (key.contains("OVERRATE")) {
			return QUOTA_EXHAUSTED;
		}
		if (key.contains("INACTIVE") || key.contains("NOTAUTHORIZED")) {
			return (purpose == Purpose.USE_SESSION) ? PERMANENT : CREDENTIALS_REJECTED;
		}
		return ofHttpStatus(purpose, httpStatus);
	}

	/**
	 * Return the category of an error of a token endpoint. Inferred, because not all
	 * codes are documented: when a session is requested, an unknown code is treated as a
	 * rejection, unless the HTTP status reports an outage or an overload.
	 */
	static ErrorCategory ofTokenEndpoint(Purpose purpose, int httpStatus, @Nullable String error) {
		String key = (error != null) ? error.strip().toLowerCase(Locale.ROOT) : "";
		if (key.isEmpty() && httpStatus == HttpURLConnection.HTTP_BAD_REQUEST && purpose == Purpose.CREATE_SESSION) {
			// By RFC 6749, rejected credentials have this status, too.
			return CREDENTIALS_REJECTED;
		}
		if (key.isEmpty() || isOutage(httpStatus)) {
			return ofHttpStatus(purpose, httpStatus);
		}
		if (TRANSIENT_TOKEN_ERRORS.contains(key)) {
			return TRANSIENT;
		}
		return (purpose == Purpose.RENEW_SESSION) ? TOKEN_REJECTED : CREDENTIALS_REJECTED;
	}

	/**
	 * Return the category of an HTTP status without an envelope or a gateway error.
	 */
	static ErrorCategory ofHttpStatus(Purpose purpose, int httpStatus) {
		if (httpStatus == 408 || httpStatus == 425 || isOutage(httpStatus)) {
			return TRANSIENT;
		}
		boolean denied = httpStatus == 401 || httpStatus == 403;
		return switch (purpose) {
			case CREATE_SESSION -> denied ? CREDENTIALS_REJECTED : PERMANENT;
			case RENEW_SESSION -> TOKEN_REJECTED;
			case USE_SESSION -> PERMANENT;
		};
	}

	/** Return whether the server permits no more requests for now. */
	static boolean isOverRate(int httpStatus, ErrorCategory category, @Nullable String code) {
		return httpStatus == 429 || category == QUOTA_EXHAUSTED || (code != null && isOverQps(code));
	}

	/** Return whether an error of the gateway reports too many requests in a second. */
	static boolean isOverQps(String error) {
		String key = letters(error);
		return key.contains("OVERQPS") || key.contains("OVERQUERIESPERSECOND");
	}

	private static String letters(String text) {
		return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
	}

	/** Return whether the server is down or overloaded. */
	private static boolean isOutage(int httpStatus) {
		return httpStatus == 429 || httpStatus >= 500;
	}

	private static boolean isKnown(String key) {
		return key.startsWith("auth-") || CREDENTIALS_CODES.contains(key) || TOKEN_CODES.contains(key)
				|| CLIENT_CODES.contains(key);
	}

}
