package io.github.connectapi;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What the Connect API answers to CreateSession, RenewSession and
 * CreateApplicationSession: a token, perhaps a secure token, perhaps an account, and a
 * lifetime. Both tokens are always of one answer. Immutable and thread-safe; it reads no
 * clock, so it does not know by itself whether it has expired: ask the
 * {@link io.github.connectapi.session.ConnectSessionManager} for a session before each
 * use instead of keeping one.
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
	 * Makes a session by hand, for instance in a unit test.
	 * @param token the standard token
	 * @param lifetime how long the tokens are valid, counted from the sending of the
	 * request
	 * @return a session without secure token and account, as an application's is
	 * @throws IllegalArgumentException if the token is blank or the lifetime not positive
	 */
	public static ConnectSession of(String token, Duration lifetime) {
		Assert.isTrue(!lifetime.isNegative() && !lifetime.isZero(), "The lifetime of a session must be positive");
		return new ConnectSession(Secret.of(token), lifetime, null, null);
	}

	/**
	 * The same session with a secure token.
	 * @param secureToken the secure token
	 * @return another session
	 * @throws IllegalArgumentException if the secure token is blank
	 */
	public ConnectSession withSecureToken(String secureToken) {
		return new ConnectSession(this.token, this.lifetime, Secret.of(secureToken), this.accountId);
	}

	/**
	 * The same session with an account.
	 * @param accountId what CreateSession answers as {@code AccountId}
	 * @return another session
	 * @throws IllegalArgumentException if the account is blank
	 */
	public ConnectSession withAccountId(String accountId) {
		Assert.hasText(accountId, "An account id must not be blank");
		return new ConnectSession(this.token, this.lifetime, this.secureToken, accountId);
	}

	/**
	 * The token for standard operations.
	 * @return the standard token
	 */
	public Secret token() {
		return this.token;
	}

	/**
	 * The token for secure operations and for RenewSession. It must travel over HTTPS
	 * only.
	 * @return the secure token; empty for an application session
	 */
	public Optional<Secret> secureToken() {
		return Optional.ofNullable(this.secureToken);
	}

	/**
	 * The account that the credentials belong to.
	 * @return the account; empty if the server did not name one
	 */
	public Optional<String> accountId() {
		return Optional.ofNullable(this.accountId);
	}

	/**
	 * How long the tokens are valid, counted from the sending of the request that was
	 * answered with them ({@code TokenDurationMinutes}).
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

	/** Shows account and lifetime, never a token. */
	@Override
	public String toString() {
		return "ConnectSession[accountId=" + this.accountId + ", lifetime=" + this.lifetime + ", tokens=" + this.token
				+ "]";
	}

}
