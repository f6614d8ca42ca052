package io.github.connectapi.client;

import java.time.Duration;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

import io.github.connectapi.ConnectSession;
import io.github.connectapi.LogSanitizer;
import io.github.connectapi.operation.ConnectOperation;

/**
 * Makes a session of a result that keeps to its contract.
 */
final class SessionReader {

	private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,4}");

	private static final Duration MAX_LIFETIME = Duration.ofDays(1);

	private static final int MAX_TOKEN = 4096;

	private static final int MAX_ACCOUNT = 256;

	private SessionReader() {
	}

	static ConnectSession read(ConnectOperation operation, String id, Envelope.@Nullable SessionResult result) {
		if (result == null) {
			throw ResponseReader.broken(operation, id, operation + "Result is missing");
		}
		ConnectSession session = ConnectSession.of(token(operation, id, "Token", result.token()),
				lifetime(operation, id, result.durationMinutes()));
		if (StringUtils.hasLength(result.secureToken())) {
			session = session.withSecureToken(token(operation, id, "SecureToken", result.secureToken()));
		}
		String accountId = result.accountId();
		if (accountId == null || accountId.isBlank()) {
			return session;
		}
		if (accountId.length() > MAX_ACCOUNT || !LogSanitizer.isVisible(accountId)) {
			throw ResponseReader.broken(operation, id, "the AccountId is no id");
		}
		return session.withAccountId(accountId);
	}

	private static String token(ConnectOperation operation, String id, String field, @Nullable String token) {
		if (token == null || token.isBlank() || token.length() > MAX_TOKEN || !LogSanitizer.isVisible(token)) {
			throw ResponseReader.broken(operation, id, "the " + field + " is missing or is no token");
		}
		return token;
	}

	private static Duration lifetime(ConnectOperation operation, String id, @Nullable String minutes) {
		if (minutes == null || !WHOLE_NUMBER.matcher(minutes.strip()).matches()) {
			throw ResponseReader.broken(operation, id, "TokenDurationMinutes is missing or no whole number");
		}
		Duration lifetime = Duration.ofMinutes(Integer.parseInt(minutes.strip()));
		if (lifetime.isZero() || lifetime.compareTo(MAX_LIFETIME) > 0) {
			throw ResponseReader.broken(operation, id, "TokenDurationMinutes is zero or longer than a day");
		}
		return lifetime;
	}

}
