package io.github.connectapi.test.session;

import java.util.List;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.operation.Access;
import io.github.connectapi.test.operation.IssuedTokens;
import io.github.connectapi.test.operation.Json;
import io.github.connectapi.test.operation.Operation;
import io.github.connectapi.test.operation.OperationErrorException;
import io.github.connectapi.test.operation.OperationRequest;
import io.github.connectapi.test.operation.OperationResult;
import io.github.connectapi.test.operation.RequestArguments;
import io.github.connectapi.test.operation.TokenStore;
import tools.jackson.databind.node.ObjectNode;

/**
 * The operations that create and renew sessions.
 */
@Internal
public final class SessionOperations {

	private final AccountStore accounts;

	private final TokenStore tokens;

	private final RenewalStrategy renewalStrategy;

	private final boolean durationAsString;

	/**
	 * Create the operations.
	 * @param accounts the accounts that may log in
	 * @param tokens the store of all tokens
	 * @param renewalStrategy the strategy for RenewSession
	 * @param durationAsString whether TokenDurationMinutes is a string in JSON
	 */
	public SessionOperations(AccountStore accounts, TokenStore tokens, RenewalStrategy renewalStrategy,
			boolean durationAsString) {
		this.accounts = accounts;
		this.tokens = tokens;
		this.renewalStrategy = renewalStrategy;
		this.durationAsString = durationAsString;
	}

	public List<Operation> all() {
		return List.of(operation("CreateSession", this::createSession), operation("RenewSession", this::renewSession),
				operation("CreateApplicationSession", this::createApplicationSession));
	}

	private static Operation operation(String name, Operation.Handler handler) {
		return Operation.of("session", name, Access.UNCHECKED, handler);
	}

	private OperationResult createSession(OperationRequest request) throws OperationErrorException {
		rejectToken(request);
		checkSystem(request);
		RequestArguments arguments = request.arguments();
		String userName = arguments.requiredText("UserName");
		String accountId = this.accounts.logIn(userName, arguments.requiredText("UserPassword"));
		return result(this.tokens.issuePair(userName, accountId));
	}

	private OperationResult createApplicationSession(OperationRequest request) throws OperationErrorException {
		rejectToken(request);
		checkSystem(request);
		return result(this.tokens.issueApplicationToken());
	}

	private OperationResult renewSession(OperationRequest request) throws OperationErrorException {
		checkSystem(request);
		IssuedTokens pair = this.tokens.require(request.token(), Access.SECURE);
		return result(this.renewalStrategy.renew(this.tokens, pair));
	}

	private void checkSystem(OperationRequest request) throws OperationErrorException {
		RequestArguments arguments = request.arguments();
		this.accounts.checkSystem(arguments.requiredText("SystemId"), arguments.requiredText("SystemPassword"));
	}

	private static void rejectToken(OperationRequest request) throws OperationErrorException {
		if (request.token() != null) {
			throw OperationErrorException
				.invalidRequest("A token must not be sent to %s.".formatted(request.operation().name()));
		}
	}

	private OperationResult result(IssuedTokens tokens) {
		ObjectNode result = Json.object();
		if (tokens.accountId() != null) {
			result.put("AccountId", tokens.accountId());
		}
		if (tokens.secureToken() != null) {
			result.put("SecureToken", tokens.secureToken());
		}
		result.put("Token", tokens.token());
		int minutes = this.tokens.lifetimeMinutes();
		return OperationResult.of(this.durationAsString ? result.put("TokenDurationMinutes", String.valueOf(minutes))
				: result.put("TokenDurationMinutes", minutes));
	}

}
