package io.github.connectapi.test;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * The three operations that start and renew sessions.
 */
final class SessionOperations {

	private final FakeConnectServerBuilder settings;

	private final Accounts accounts;

	private final Tokens tokens;

	SessionOperations(FakeConnectServerBuilder settings, Accounts accounts, Tokens tokens) {
		this.settings = settings;
		this.accounts = accounts;
		this.tokens = tokens;
	}

	List<Operation> all() {
		return List.of(session("CreateSession", this::createSession), session("RenewSession", this::renewSession),
				session("CreateApplicationSession", this::createApplicationSession));
	}

	private static Operation session(String name, Operation.Behaviour behaviour) {
		return new Operation(name, "/v1/session/" + name, name + "RequestBody", true, behaviour);
	}

	private ObjectNode createSession(Call call) throws OperationErrorException {
		refuseToken(call);
		checkSystem(call);
		return result(
				this.tokens.issuePair(this.accounts.logIn(call.required("UserName"), call.required("UserPassword"))));
	}

	private ObjectNode createApplicationSession(Call call) throws OperationErrorException {
		refuseToken(call);
		checkSystem(call);
		return result(this.tokens.issueApplicationToken());
	}

	private ObjectNode renewSession(Call call) throws OperationErrorException {
		checkSystem(call);
		IssuedTokens old = this.tokens.require(call.token(), TokenKind.SECURE);
		if (this.settings.renewal == Renewal.SAME_PAIR) {
			this.tokens.extend(old);
			return result(old);
		}
		IssuedTokens renewed = this.tokens.issuePair(old.accountId());
		if (this.settings.renewal == Renewal.NEW_PAIR_OLD_REVOKED) {
			old.revoke();
		}
		return result(renewed);
	}

	private void checkSystem(Call call) throws OperationErrorException {
		this.accounts.checkSystem(call.required("SystemId"), call.required("SystemPassword"));
	}

	private static void refuseToken(Call call) throws OperationErrorException {
		if (call.token() != null) {
			throw OperationErrorException
				.invalidRequest("A token must not be sent to " + call.operation().name() + ".");
		}
	}

	private ObjectNode result(IssuedTokens grant) {
		ObjectNode result = Json.object();
		if (grant.accountId() != null) {
			result.put("AccountId", grant.accountId());
		}
		if (grant.secureToken() != null) {
			result.put("SecureToken", grant.secureToken());
		}
		result.put("Token", grant.token());
		if (this.settings.durationAsString) {
			return result.put("TokenDurationMinutes", String.valueOf(this.settings.tokenLifetimeMinutes));
		}
		return result.put("TokenDurationMinutes", this.settings.tokenLifetimeMinutes);
	}

}
