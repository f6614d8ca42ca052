package io.github.connectapi.test.oauth2;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.operation.IssuedTokens;
import io.github.connectapi.test.operation.Json;
import io.github.connectapi.test.operation.OperationErrorException;
import io.github.connectapi.test.operation.TokenGenerator;
import io.github.connectapi.test.operation.TokenStore;
import io.github.connectapi.test.server.FakeResponse;
import io.github.connectapi.test.session.AccountStore;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Issues access tokens by the grants client_credentials, password and refresh_token. A
 * refresh token may be used repeatedly, and ends when the password of its user changes.
 * Thread-safe.
 */
@Internal
public final class TokenEndpoint {

	private static final int SECONDS_PER_MINUTE = 60;

	private final AccountStore accounts;

	private final TokenStore tokens;

	private final TokenGenerator generator = new TokenGenerator();

	private final Map<String, Login> refreshTokens = new ConcurrentHashMap<>();

	/**
	 * Create an endpoint.
	 * @param accounts the accounts that may log in
	 * @param tokens the store of all tokens
	 */
	public TokenEndpoint(AccountStore accounts, TokenStore tokens) {
		this.accounts = accounts;
		this.tokens = tokens;
	}

	/**
	 * Return whether a path is that of the endpoint.
	 * @param path the path of a request
	 * @return whether it is {@code /oauth2/token}, with or without a slash at the end
	 */
	public static boolean isPath(String path) {
		return path.equals("/oauth2/token") || path.equals("/oauth2/token/");
	}

	/**
	 * Issue a token.
	 * @param form the fields of the request
	 * @return the response
	 */
	public FakeResponse issue(Map<String, String> form) {
		if (!this.accounts.isApiKey(form.get("client_id"), form.get("client_secret"))) {
			return error(401, "invalid_client", "The client credentials are invalid.");
		}
		return switch (form.getOrDefault("grant_type", "")) {
			case "client_credentials" -> response(this.tokens.issueApplicationToken(), null);
			case "password" ->
				logIn(new Login(form.getOrDefault("username", ""), form.getOrDefault("password", "")), true);
			case "refresh_token" -> refresh(this.refreshTokens.get(form.getOrDefault("refresh_token", "")));
			default -> error(400, "unsupported_grant_type", "The grant type is not supported.");
		};
	}

	/**
	 * Revoke all refresh tokens that were issued so far.
	 */
	public void revokeRefreshTokens() {
		this.refreshTokens.clear();
	}

	/**
	 * Return an error.
	 * @param status the HTTP status
	 * @param code the code of OAuth 2
	 * @param description the description; null for none
	 * @return the response
	 */
	public static FakeResponse error(int status, String code, @Nullable String description) {
		return json(status, Json.object().put("error", code).put("error_description", description));
	}

	/**
	 * Return a JSON response.
	 * @param status the HTTP status
	 * @param body the body
	 * @return the response
	 */
	public static FakeResponse json(int status, ObjectNode body) {
		return FakeResponse.empty(status)
			.body("application/json;charset=UTF-8", Json.MAPPER.writeValueAsBytes(body))
			.header("Cache-Control", "no-store");
	}

	private FakeResponse logIn(Login login, boolean first) {
		String accountId;
		try {
			accountId = this.accounts.logIn(login.userName(), login.password());
		}
		catch (OperationErrorException ex) {
			return first ? error(400, "unauthorized_client", "The user name or password is invalid.")
					: error(400, "invalid_grant", "The refresh token is invalid.");
		}
		String refreshToken = null;
		if (first) {
			refreshToken = this.generator.next();
			this.refreshTokens.put(refreshToken, login);
		}
		return response(this.tokens.issueAccessToken(login.userName(), accountId), refreshToken);
	}

	private FakeResponse refresh(@Nullable Login login) {
		if (login == null || !this.accounts.isPassword(login.userName(), login.password())) {
			return error(400, "invalid_grant", "The refresh token is invalid.");
		}
		return logIn(login, false);
	}

	private FakeResponse response(IssuedTokens issued, @Nullable String refreshToken) {
		ObjectNode body = Json.object()
			.put("access_token", issued.token())
			.put("token_type", "Bearer")
			.put("expires_in", this.tokens.lifetimeMinutes() * SECONDS_PER_MINUTE);
		if (refreshToken != null) {
			body.put("refresh_token", refreshToken);
		}
		return json(200, body);
	}

	/**
	 * The login to which a refresh token belongs.
	 *
	 * @param userName the user name
	 * @param password the password at that time
	 */
	private record Login(String userName, String password) {
	}

}
