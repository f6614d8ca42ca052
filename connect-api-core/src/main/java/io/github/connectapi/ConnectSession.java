package io.github.connectapi;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Session returned by CreateSession, RenewSession and CreateApplicationSession: a token,
 * an optional secure token, an optional account, and a lifetime. Both tokens always
 * originate from the same response. A session of OAuth 2 has an access token, which is
 * also the secure token if it has a user, and an optional refresh token.
 * <p>
 * Immutable and thread-safe. A session does not know when it was acquired, so it cannot
 * tell whether it has expired. Get the session from the
 * {@link io.github.connectapi.session.ConnectSessionManager} before each use instead of
 * storing it.
 */
public final class ConnectSession {

	private final Secret token;

	private final @Nullable Secret secureToken;

	private final @Nullable String accountId;

	private final Duration lifetime;

	private final @Nullable Secret refreshToken;

	private ConnectSession(Secret token, Duration lifetime, @Nullable Secret secureToken, @Nullable String accountId,
			@Nullable Secret refreshToken) {
		this.token = token;
		this.lifetime = lifetime;
		this.secureToken = secureToken;
		this.accountId = accountId;
		this.refreshToken = refreshToken;
	}

	/**
	 * Create a session without secure token and account, for instance in a unit test.
	 * @param token the standard token
	 * @param lifetime how long the tokens are valid, measured from the time at which the
	 * request was sent
	 * @return a session like that of an application
	 * @throws IllegalArgumentException if the token is blank or the lifetime not positive
	 */
	public static ConnectSession of(String token, Duration lifetime) {
		Assert.isTrue(!lifetime.isNegative() && !lifetime.isZero(), "The lifetime of a session must be positive");
		return new ConnectSession(Secret.of(token), lifetime, null, null, null);
	}

	/**
	 * Return a copy with the given secure token.
	 * @param secureToken the secure token
	 * @return the copy
	 * @throws IllegalArgumentException if the secure token is blank
	 */
	public ConnectSession withSecureToken(String secureToken) {
		return new ConnectSession(this.token, this.lifetime, Secret.of(secureToken), this.accountId, this.refreshToken);
	}

	/**
	 * Return a copy with the given account.
	 * @param accountId the {@code AccountId} that CreateSession returns
	 * @return the copy
	 * @throws IllegalArgumentException if the account is blank
	 */
	public ConnectSession withAccountId(String accountId) {
		Assert.hasText(accountId, "An account id must not be blank");
		return new ConnectSession(this.token, this.lifetime, this.secureToken, accountId, this.refreshToken);
	}

	/**
	 * Return a copy with the given refresh token.
	 * @param refreshToken the refresh token of OAuth 2
	 * @return the copy
	 * @throws IllegalArgumentException if the refresh token is blank
	 */
	public ConnectSession withRefreshToken(String refreshToken) {
		return new ConnectSession(this.token, this.lifetime, this.secureToken, this.accountId, Secret.of(refreshToken));
	}

	/**
	 * Return the token for standard operations.
	 * @return the standard token
	 */
	public Secret token() {
		return this.token;
	}

	/**
	 * Return the token for secure operations and for RenewSession. It must be sent over
	 * HTTPS only.
	 * @return the secure token; empty for an application session
	 */
	public Optional<Secret> secureToken() {
		return Optional.ofNullable(this.secureToken);
	}

	/**
	 * Return the refresh token of OAuth 2, with which another access token is requested.
	 * It is never shared with other instances.
	 * @return the refresh token; empty if the server sent none, or if another instance
	 * acquired the session
	 */
	public Optional<Secret> refreshToken() {
		return Optional.ofNullable(this.refreshToken);
	}

	/**
	 * Return the account that the credentials belong to.
	 * @return the account; empty if the server did not name one
	 */
	public Optional<String> accountId() {
		return Optional.ofNullable(this.accountId);
	}

	/**
	 * Return how long the tokens are valid ({@code TokenDurationMinutes}), measured from
	 * the time at which the request for them was sent.
	 * @return a positive duration
	 */
	public Duration lifetime() {
		return this.lifetime;
	}

	/** Compare everything but the refresh token, which other instances do not have. */
	@Override
	public boolean equals(Object other) {
		return other instanceof ConnectSession session && this.token.equals(session.token)
				&& Objects.equals(this.secureToken, session.secureToken)
				&& Objects.equals(this.accountId, session.accountId) && this.lifetime.equals(session.lifetime);
	}

	@Override
	public int hashCode() {
		return this.token.hashCode();
	}

	/** Return account and lifetime, never a token. */
	@Override
	public String toString() {
		return "ConnectSession[accountId=" + this.accountId + ", lifetime=" + this.lifetime + ", tokens=" + this.token
				+ "]";
	}

}
