package io.github.connectapi.client;

import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import org.springframework.util.StringUtils;

import io.github.connectapi.ConnectSession;
import io.github.connectapi.LogSanitizer;
import io.github.connectapi.json.JsonCodec;
import io.github.connectapi.json.MalformedResponseException;

/**
 * Reads the response of a token endpoint, or throws the matching exception.
 */
final class TokenResponseReader {

	private static final int MAX_TOKEN_LENGTH = 16 * 1024;

	private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

	private static final Duration MAX_LIFETIME = Duration.ofDays(1);

	private final JsonCodec codec;

	private final ConnectExceptionTranslator translator;

	TokenResponseReader(JsonCodec codec, ConnectExceptionTranslator translator) {
		this.codec = codec;
		this.translator = translator;
	}

	/**
	 * Read a response. A session of a user has the access token as its secure token, too,
	 * because the Connect API accepts it for all operations.
	 */
	ConnectSession read(ExchangeContext context, RawResponse response, boolean hasUser) {
		JsonNode body = parse(context, response);
		String error = JsonCodec.scalar(body, "error");
		if (response.httpStatus() != HttpURLConnection.HTTP_OK || StringUtils.hasText(error)) {
			throw this.translator.tokenError(context, response, error, JsonCodec.scalar(body, "error_description"));
		}
		JsonNode type = body.path("token_type");
		if (!type.isMissingNode() && !type.isNull() && !"bearer".equalsIgnoreCase(type.asString(""))) {
			throw ConnectExceptionTranslator.invalidResponse(context, "token_type is not Bearer");
		}
		String token = token(context, body, "access_token");
		if (token == null) {
			throw ConnectExceptionTranslator.invalidResponse(context, "access_token is missing");
		}
		ConnectSession session = ConnectSession.of(token, lifetime(context, JsonCodec.scalar(body, "expires_in")));
		String refreshToken = token(context, body, "refresh_token");
		if (refreshToken != null) {
			session = session.withRefreshToken(refreshToken);
		}
		return hasUser ? session.withSecureToken(token) : session;
	}

	private JsonNode parse(ExchangeContext context, RawResponse response) {
		try {
			return this.codec.readObject(response.body());
		}
		catch (MalformedResponseException ex) {
			if (response.httpStatus() != HttpURLConnection.HTTP_OK) {
				return MissingNode.getInstance();
			}
			throw this.translator.unreadableResponse(context, response, String.valueOf(ex.getMessage()));
		}
	}

	private static @Nullable String token(ExchangeContext context, JsonNode body, String field) {
		JsonNode value = body.path(field);
		if (value.isMissingNode() || value.isNull()) {
			return null;
		}
		String token = value.isString() ? value.stringValue() : "";
		if (token.length() > MAX_TOKEN_LENGTH) {
			throw ConnectExceptionTranslator.invalidResponse(context,
					"%s is longer than %s characters".formatted(field, MAX_TOKEN_LENGTH));
		}
		if (token.isBlank() || !LogSanitizer.isVisible(token)) {
			throw ConnectExceptionTranslator.invalidResponse(context, "%s is not a valid token".formatted(field));
		}
		return token;
	}

	/** Return the lifetime, which is a number or a text. */
	private static Duration lifetime(ExchangeContext context, @Nullable String seconds) {
		if (seconds == null || !SECONDS.matcher(seconds.strip()).matches()) {
			throw ConnectExceptionTranslator.invalidResponse(context, "expires_in is missing or not a whole number");
		}
		Duration lifetime = Duration.ofSeconds(Integer.parseInt(seconds.strip()));
		if (lifetime.isZero() || lifetime.compareTo(MAX_LIFETIME) > 0) {
			throw ConnectExceptionTranslator.invalidResponse(context, "expires_in is zero or longer than a day");
		}
		return lifetime;
	}

}
