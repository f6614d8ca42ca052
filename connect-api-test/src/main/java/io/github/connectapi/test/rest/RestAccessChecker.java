package io.github.connectapi.test.rest;

import io.github.connectapi.test.operation.IssuedTokens;
import io.github.connectapi.test.operation.TokenStore;
import io.github.connectapi.test.operation.TokenType;
import io.github.connectapi.test.session.AccountStore;
import org.jspecify.annotations.Nullable;

/**
 * Checks the API key and the token of requests. Thread-safe.
 */
final class RestAccessChecker {

	private final AccountStore accounts;

	private final TokenStore tokens;

	private final boolean requireHttps;

	RestAccessChecker(AccountStore accounts, TokenStore tokens, boolean requireHttps) {
		this.accounts = accounts;
		this.tokens = tokens;
		this.requireHttps = requireHttps;
	}

	/**
	 * Check a request.
	 * @return the user name of the account, or the empty string if there is no user
	 * @throws RestErrorException if the request is not allowed
	 */
	String check(RestRequest request) throws RestErrorException {
		boolean connect = request.operation().access() == RestAccess.CONNECT_USER;
		if (this.requireHttps && !request.http().isHttps()) {
			throw RestErrorException.ofGateway(403,
					connect ? "A secure token cannot be passed over a non-SSL/TLS channel" : "Forbidden");
		}
		checkKey(request.http().header("Api-Key"));
		String token = request.token();
		if (request.operation().access() == RestAccess.KEY) {
			return (token != null) ? requireValid(token, "Unauthorized").userName() : "";
		}
		return connect ? requireConnectUser(token) : requireUser(token);
	}

	private void checkKey(@Nullable String key) throws RestErrorException {
		if (key == null || key.isBlank()) {
			throw RestErrorException.ofGateway(401, "Unauthorized");
		}
		if (!this.accounts.isApiKey(key)) {
			throw RestErrorException.ofGateway(403, "Forbidden");
		}
	}

	/** Without the challenge, because another token would not help. */
	private String requireUser(@Nullable String token) throws RestErrorException {
		if (token == null) {
			throw missingToken();
		}
		String userName = requireValid(token, "Unauthorized").userName();
		if (!isSecure(token)) {
			throw RestErrorException.ofGateway(403, "Forbidden");
		}
		return userName;
	}

	private String requireConnectUser(@Nullable String token) throws RestErrorException {
		String message = "This token is not fully authenticated";
		if (token == null) {
			throw RestErrorException.ofGateway(401, message).withChallenge("The access token is missing");
		}
		String userName = requireValid(token, message).userName();
		if (!isSecure(token)) {
			throw RestErrorException.ofGateway(401, "Only a secure token can be used with this operation");
		}
		return userName;
	}

	private boolean isSecure(String token) {
		return this.tokens.type(token).filter(TokenType.SECURE::equals).isPresent();
	}

	private IssuedTokens requireValid(String token, String message) throws RestErrorException {
		return this.tokens.findValid(token)
			.orElseThrow(
					() -> RestErrorException.ofGateway(401, message).withChallenge("The access token is not valid"));
	}

	static RestErrorException missingToken() {
		return RestErrorException.of(401, "AuthorizationTokenRequired", "The request has no access token.")
			.withChallenge("The access token is missing");
	}

}
