package io.github.connectapi;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Session returned by CreateSession, RenewSession and CreateApplicationSession: a token,
 * an optional secure token, an optional account, and a lifetime. Both tokens always
 * originate from the same response.
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

	private ConnectSession(Secret token, Duration lifetime, @Nullable Secret secureToken, @Nullable String accountId) {
		this.token = token;
		this.lifetime = lifetime;
		this.secureToken = secureToken;
		this.accountId = accountId;
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
		return new ConnectSession(Secret.of(token), lifetime, null, null);
	}

	/**
	 * Return a copy with the given secure token.
	 * @param secureToken the secure token
	 * @return the copy
	 * @throws IllegalArgumentException if the secure token is blank
	 */
	public ConnectSession withSecureToken(String secureToken) {
		return new ConnectSession(this.token, this.lifetime, Secret.of(secureToken), this.accountId);
	}

	/**
	 * Return a copy with the given account.
	 * @param accountId the {@code AccountId} that CreateSession returns
	 * @return the copy
	 * @throws IllegalArgumentException if the account is blank
	 */
	public ConnectSession withAccountId(String accountId) {
		Assert.hasText(accountId, "An account id must not be blank");
		return new ConnectSession(this.token, this.lifetime, this.secureToken, accountId);
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
