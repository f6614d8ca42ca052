package io.github.connectapi.test;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Every token that was issued, and what it is still good for. Thread-safe.
 */
final class Tokens {

	private final Map<String, IssuedTokens> grants = new ConcurrentHashMap<>();

	private final TokenText text = new TokenText();

	private final InstantSource clock;

	private final Duration lifetime;

	Tokens(InstantSource clock, Duration lifetime) {
		this.clock = clock;
		this.lifetime = lifetime;
	}

	IssuedTokens issuePair(@Nullable String accountId) {
		String secureToken = this.text.next();
		IssuedTokens grant = new IssuedTokens(this.text.next(), secureToken, accountId,
				this.clock.instant().plus(this.lifetime));
		this.grants.put(secureToken, grant);
		return remember(grant);
	}

	IssuedTokens issueApplicationToken() {
		return remember(new IssuedTokens(this.text.next(), null, null, this.clock.instant().plus(this.lifetime)));
	}

	void extend(IssuedTokens grant) {
		grant.extend(this.clock.instant().plus(this.lifetime));
	}

	TokenKind kind(@Nullable String token) {
		if (token == null) {
			return TokenKind.NONE;
		}
		IssuedTokens grant = this.grants.get(token);
		return (grant != null) ? grant.kind(token) : TokenKind.UNKNOWN;
	}

	boolean valid(String token) {
		IssuedTokens grant = this.grants.get(token);
		return grant != null && !grant.revoked() && !grant.expired(this.clock.instant());
	}

	/** Answers the grant of a token that is of one of the kinds and good for use. */
	IssuedTokens require(@Nullable String token, TokenKind kind, TokenKind... others) throws OperationErrorException {
		return require(token, EnumSet.of(kind, others));
	}

	IssuedTokens require(@Nullable String token, Set<TokenKind> accepted) throws OperationErrorException {
		IssuedTokens grant = (token != null) ? this.grants.get(token) : null;
		if (token == null || grant == null) {
			throw missingOrUnknown(token, accepted);
		}
		if (!accepted.contains(grant.kind(token))) {
			throw wrongKind(accepted);
		}
		if (grant.revoked()) {
			throw new OperationErrorException("AUTH-021", "The security token is not valid.");
		}
		if (grant.expired(this.clock.instant())) {
			throw new OperationErrorException("AUTH-012", "The security token has expired.");
		}
		return grant;
	}

	void revoke(String token) {
		IssuedTokens grant = this.grants.get(token);
		if (grant == null) {
			throw new IllegalArgumentException("This server never issued that token");
		}
		grant.revoke();
	}

	void revokeAll() {
		this.grants.values().forEach(IssuedTokens::revoke);
	}

	private IssuedTokens remember(IssuedTokens grant) {
		this.grants.put(grant.token(), grant);
		return grant;
	}

	private static OperationErrorException missingOrUnknown(@Nullable String token, Set<TokenKind> accepted) {
		if (token != null) {
			return new OperationErrorException("AUTH-021", "The security token is not valid.");
		}
		return accepted.contains(TokenKind.SECURE) ? wrongKind(accepted)
				: OperationErrorException.invalidRequest("The request has no token.");
	}

	private static OperationErrorException wrongKind(Set<TokenKind> accepted) {
		if (accepted.contains(TokenKind.SECURE)) {
			return new OperationErrorException("OperationRequiresSecureToken",
					"The operation requires a secure token.");
		}
		return new OperationErrorException("AUTH-023", "The security token is not authorized for the operation.");
	}

}
