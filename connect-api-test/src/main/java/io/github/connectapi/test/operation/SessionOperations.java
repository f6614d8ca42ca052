package io.github.connectapi.test.operation;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * The operations that create and renew sessions.
 */
final class SessionOperations {

	private final AccountStore accounts;

	private final TokenStore tokens;

	private final RenewalStrategy renewalStrategy;

	private final boolean durationAsString;

	SessionOperations(AccountStore accounts, TokenStore tokens, RenewalStrategy renewalStrategy,
			boolean durationAsString) {
		this.accounts = accounts;
		this.tokens = tokens;
		this.renewalStrategy = renewalStrategy;
		this.durationAsString = durationAsString;
	}

	List<Operation> all() {
		return List.of(operation("CreateSession", this::createSession), operation("RenewSession", this::renewSession),
				operation("CreateApplicationSession", this::createApplicationSession));
	}

	private static Operation operation(String name, Operation.Handler handler) {
		return new Operation(name, "/v1/session/" + name, name + "RequestBody", true, handler);
	}

	private ObjectNode createSession(OperationRequest request) throws OperationErrorException {
		rejectToken(request);
		checkSystem(request);
		String accountId = this.accounts.logIn(request.requiredArgument("UserName"),
				request.requiredArgument("UserPassword"));
		return result(this.tokens.issuePair(accountId));
	}

	private ObjectNode createApplicationSession(OperationRequest request) throws OperationErrorException {
		rejectToken(request);
		checkSystem(request);
		return result(this.tokens.issueApplicationToken());
	}

	private ObjectNode renewSession(OperationRequest request) throws OperationErrorException {
		checkSystem(request);
		IssuedTokens pair = this.tokens.require(request.token(), TokenType.SECURE);
		return result(this.renewalStrategy.renew(this.tokens, pair));
	}

	private void checkSystem(OperationRequest request) throws OperationErrorException {
		this.accounts.checkSystem(request.requiredArgument("SystemId"), request.requiredArgument("SystemPassword"));
	}

	private static void rejectToken(OperationRequest request) throws OperationErrorException {
		if (request.token() != null) {
			throw OperationErrorException
				.invalidRequest("A token must not be sent to %s.".formatted(request.operation().name()));
		}
	}

	private ObjectNode result(IssuedTokens tokens) {
		ObjectNode result = Json.object();
		if (tokens.accountId() != null) {
			result.put("AccountId", tokens.accountId());
		}
		if (tokens.secureToken() != null) {
			result.put("SecureToken", tokens.secureToken());
		}
		result.put("Token", tokens.token());
		int minutes = this.tokens.lifetimeMinutes();
		return this.durationAsString ? result.put("TokenDurationMinutes", String.valueOf(minutes))
				: result.put("TokenDurationMinutes", minutes);
	}

}
