package io.github.connectapi.test.operation;

import java.time.Instant;

import io.github.connectapi.test.Internal;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one session: a standard and a secure token, or the only token of an
 * application session. Thread-safe.
 */
@Internal
public final class IssuedTokens {

	private final String token;

	private final @Nullable String secureToken;

	private final String userName;

	private final @Nullable String accountId;

	private volatile Instant expiresAt;

	private volatile boolean revoked;

	IssuedTokens(String token, @Nullable String secureToken, String userName, @Nullable String accountId,
			Instant expiresAt) {
		this.token = token;
		this.secureToken = secureToken;
		this.userName = userName;
		this.accountId = accountId;
		this.expiresAt = expiresAt;
	}

	public String token() {
		return this.token;
	}

	public @Nullable String secureToken() {
		return this.secureToken;
	}

	/**
	 * Return the user name of the account, which keys the state of an account.
	 * @return the user name, or the empty string for an application session
	 */
	public String userName() {
		return this.userName;
	}

	public @Nullable String accountId() {
		return this.accountId;
	}

	TokenType typeOf(String token) {
		if (token.equals(this.secureToken)) {
			return TokenType.SECURE;
		}
		return (this.secureToken != null) ? TokenType.STANDARD : TokenType.APPLICATION;
	}

	void extend(Instant expiresAt) {
		this.expiresAt = expiresAt;
	}

	public void revoke() {
		this.revoked = true;
	}

	boolean isRevoked() {
		return this.revoked;
	}

	boolean isExpired(Instant now) {
		return !now.isBefore(this.expiresAt);
	}

}
