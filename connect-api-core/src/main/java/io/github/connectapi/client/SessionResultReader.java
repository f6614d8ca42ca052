package io.github.connectapi.client;

import java.time.Duration;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import io.github.connectapi.ConnectSession;
import io.github.connectapi.LogSanitizer;
import io.github.connectapi.json.JsonCodec;

/**
 * Validates the result of a session operation and creates a session from it.
 */
final class SessionResultReader {

	private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,4}");

	private static final Duration MAX_LIFETIME = Duration.ofDays(1);

	private static final int MAX_TOKEN_LENGTH = 16 * 1024;

	private static final int MAX_ACCOUNT_ID_LENGTH = 256;

	private SessionResultReader() {
	}

	static ConnectSession read(ExchangeContext context, @Nullable JsonNode result) {
		if (result == null || !result.isObject()) {
			throw ConnectExceptionTranslator.invalidResponse(context,
					"%s is missing".formatted(context.operation().resultKey().orElseThrow()));
		}
		ConnectSession session = ConnectSession.of(token(context, "Token", result.path("Token")),
				lifetime(context, JsonCodec.scalar(result, "TokenDurationMinutes")));
		JsonNode secureToken = result.path("SecureToken");
		if (!secureToken.isMissingNode() && !secureToken.isNull()
				&& !(secureToken.isString() && secureToken.stringValue().isEmpty())) {
			session = session.withSecureToken(token(context, "SecureToken", secureToken));
		}
		String accountId = JsonCodec.scalar(result, "AccountId");
		if (accountId == null || accountId.isBlank()) {
			return session;
		}
		if (accountId.length() > MAX_ACCOUNT_ID_LENGTH || !LogSanitizer.isVisible(accountId)) {
			throw ConnectExceptionTranslator.invalidResponse(context, "AccountId is not a valid id");
		}
		return session.withAccountId(accountId);
	}

	private static String token(ExchangeContext context, String field, JsonNode value) {
		String token = value.isString() ? value.stringValue() : "";
		if (token.length() > MAX_TOKEN_LENGTH) {
			throw ConnectExceptionTranslator.invalidResponse(context,
					"%s is longer than %s characters".formatted(field, MAX_TOKEN_LENGTH));
		}
		if (token.isBlank() || !LogSanitizer.isVisible(token)) {
			throw ConnectExceptionTranslator.invalidResponse(context,
					"%s is missing or not a valid token".formatted(field));
		}
		return token;
	}

	private static Duration lifetime(ExchangeContext context, @Nullable String minutes) {
		if (minutes == null || !WHOLE_NUMBER.matcher(minutes.strip()).matches()) {
			throw ConnectExceptionTranslator.invalidResponse(context,
					"TokenDurationMinutes is missing or not a whole number");
		}
		Duration lifetime = Duration.ofMinutes(Integer.parseInt(minutes.strip()));
		if (lifetime.isZero() || lifetime.compareTo(MAX_LIFETIME) > 0) {
			throw ConnectExceptionTranslator.invalidResponse(context,
					"TokenDurationMinutes is zero or longer than a day");
		}
		return lifetime;
	}

}
