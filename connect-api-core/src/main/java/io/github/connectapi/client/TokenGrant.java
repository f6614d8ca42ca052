package io.github.connectapi.client;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriUtils;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.Secret;
import io.github.connectapi.client.ExchangeContext.Purpose;
import io.github.connectapi.operation.ConnectOperation;

/**
 * The grants of OAuth 2 that create or renew a session, each with its form.
 */
enum TokenGrant {

	CLIENT_CREDENTIALS("client_credentials", "ClientCredentialsGrant", Purpose.CREATE_SESSION),

	PASSWORD("password", "PasswordGrant", Purpose.CREATE_SESSION),

	REFRESH_TOKEN("refresh_token", "RefreshTokenGrant", Purpose.RENEW_SESSION);

	private final String type;

	@SuppressWarnings("ImmutableEnumChecker") // ConnectOperation is immutable.
	private final ConnectOperation operation;

	private final Purpose purpose;

	TokenGrant(String type, String name, Purpose purpose) {
		this.type = type;
		this.operation = ConnectOperation.of("oauth2", name);
		this.purpose = purpose;
	}

	/** Return the grant that creates a session. */
	static TokenGrant of(ConnectCredentials credentials) {
		return credentials.userName().isPresent() ? PASSWORD : CLIENT_CREDENTIALS;
	}

	ConnectOperation operation() {
		return this.operation;
	}

	Purpose purpose() {
		return this.purpose;
	}

	/** Return the body of the request. */
	byte[] form(ConnectCredentials credentials, @Nullable Secret refreshToken) {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("grant_type", this.type);
		fields.put("client_id", credentials.systemId());
		fields.put("client_secret", credentials.systemPassword().reveal());
		if (this == PASSWORD) {
			credentials.userName().ifPresent((name) -> fields.put("username", name));
			credentials.userPassword().ifPresent((password) -> fields.put("password", password.reveal()));
		}
		if (refreshToken != null) {
			fields.put("refresh_token", refreshToken.reveal());
		}
		return fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + UriUtils.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"))
			.getBytes(StandardCharsets.US_ASCII);
	}

}
