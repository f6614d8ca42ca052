package io.github.connectapi.test;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What one login gave: a pair of tokens, or the one token of an application session, for
 * a while. Thread-safe.
 */
final class IssuedTokens {

	private final String token;

	private final @Nullable String secureToken;

	private final @Nullable String accountId;

	private volatile Instant expiresAt;

	private volatile boolean revoked;

	IssuedTokens(String token, @Nullable String secureToken, @Nullable String accountId, Instant expiresAt) {
		this.token = token;
		this.secureToken = secureToken;
		this.accountId = accountId;
		this.expiresAt = expiresAt;
	}

	String token() {
		return this.token;
	}

	@Nullable String secureToken() {
		return this.secureToken;
	}

	@Nullable String accountId() {
		return this.accountId;
	}

	TokenKind kind(String value) {
		if (value.equals(this.secureToken)) {
			return TokenKind.SECURE;
		}
		return (this.secureToken != null) ? TokenKind.STANDARD : TokenKind.APPLICATION;
	}

	void extend(Instant expiresAt) {
		this.expiresAt = expiresAt;
	}

	void revoke() {
		this.revoked = true;
	}

	boolean revoked() {
		return this.revoked;
	}

	boolean expired(Instant now) {
		return !now.isBefore(this.expiresAt);
	}

}
