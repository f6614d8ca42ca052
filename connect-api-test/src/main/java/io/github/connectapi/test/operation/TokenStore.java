package io.github.connectapi.test.operation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.connectapi.test.Internal;
import org.jspecify.annotations.Nullable;

/**
 * Issues tokens and knows all that were issued. Thread-safe.
 */
@Internal
public final class TokenStore {

	private final Map<String, IssuedTokens> issued = new ConcurrentHashMap<>();

	private final TokenGenerator generator = new TokenGenerator();

	private final InstantSource clock;

	private final int lifetimeMinutes;

	public TokenStore(InstantSource clock, int lifetimeMinutes) {
		this.clock = clock;
		this.lifetimeMinutes = lifetimeMinutes;
	}

	public int lifetimeMinutes() {
		return this.lifetimeMinutes;
	}

	/**
	 * Issue a standard and a secure token.
	 * @param userName the user name of the account
	 * @param accountId the account id, or {@code null} if the account has none
	 * @return the tokens
	 */
	public IssuedTokens issuePair(String userName, @Nullable String accountId) {
		String secureToken = this.generator.next();
		IssuedTokens pair = new IssuedTokens(this.generator.next(), secureToken, userName, accountId,
				this.clock.instant().plus(lifetime()));
		this.issued.put(secureToken, pair);
		return add(pair);
	}

	/**
	 * Issue an access token of OAuth 2, which is accepted as a standard and as a secure
	 * token.
	 * @param userName the user name of the account
	 * @param accountId the account id, or {@code null} if the account has none
	 * @return the token
	 */
	public IssuedTokens issueAccessToken(String userName, @Nullable String accountId) {
		String token = this.generator.next();
		return add(new IssuedTokens(token, token, userName, accountId, this.clock.instant().plus(lifetime())));
	}

	public IssuedTokens issueApplicationToken() {
		return add(new IssuedTokens(this.generator.next(), null, "", null, this.clock.instant().plus(lifetime())));
	}

	/**
	 * Extend the validity of issued tokens to a full lifetime from now.
	 * @param tokens the tokens
	 * @return the same tokens
	 */
	public IssuedTokens extend(IssuedTokens tokens) {
		tokens.extend(this.clock.instant().plus(lifetime()));
		return tokens;
	}

	/**
	 * Return the type of a token.
	 * @param token any string
	 * @return the type, or empty if the token was never issued
	 */
	public Optional<TokenType> type(String token) {
		return Optional.ofNullable(this.issued.get(token)).map((tokens) -> tokens.typeOf(token));
	}

	public boolean isValid(String token) {
		return findValid(token).isPresent();
	}

	/**
	 * Return the tokens of a session, given one that is valid.
	 * @param token any string
	 * @return the tokens, or empty if the token was never issued, has expired or was
	 * revoked
	 */
	public Optional<IssuedTokens> findValid(String token) {
		return Optional.ofNullable(this.issued.get(token))
			.filter((tokens) -> !tokens.isRevoked() && !tokens.isExpired(this.clock.instant()));
	}

	/**
	 * Return the tokens of a session, given one that is valid and of an accepted type.
	 * @param token the token of a request
	 * @param access the accepted types
	 * @return the tokens
	 * @throws OperationErrorException if the token is missing, not valid or not accepted
	 */
	public IssuedTokens require(@Nullable String token, Access access) throws OperationErrorException {
		Set<TokenType> accepted = access.accepted();
		IssuedTokens tokens = (token != null) ? this.issued.get(token) : null;
		if (token == null || tokens == null) {
			throw missingOrUnknown(token, accepted);
		}
		if (!accepted.contains(tokens.typeOf(token))) {
			throw wrongType(accepted);
		}
		if (tokens.isRevoked()) {
			throw new OperationErrorException("AUTH-021", "The security token is not valid.");
		}
		if (tokens.isExpired(this.clock.instant())) {
			throw new OperationErrorException("AUTH-012", "The security token has expired.");
		}
		return tokens;
	}

	/**
	 * Revoke all tokens of a session.
	 * @param token one of the tokens
	 * @throws IllegalArgumentException if the token was never issued
	 */
	public void revoke(String token) {
		IssuedTokens tokens = this.issued.get(token);
		if (tokens == null) {
			throw new IllegalArgumentException("The token was not issued by this server");
		}
		tokens.revoke();
	}

	public void revokeAll() {
		this.issued.values().forEach(IssuedTokens::revoke);
	}

	private IssuedTokens add(IssuedTokens tokens) {
		this.issued.put(tokens.token(), tokens);
		return tokens;
	}

	private Duration lifetime() {
		return Duration.ofMinutes(this.lifetimeMinutes);
	}

	private static OperationErrorException missingOrUnknown(@Nullable String token, Set<TokenType> accepted) {
		if (token != null) {
			return new OperationErrorException("AUTH-021", "The security token is not valid.");
		}
		return !accepted.contains(TokenType.STANDARD) ? wrongType(accepted)
				: OperationErrorException.invalidRequest("The request has no token.");
	}

	private static OperationErrorException wrongType(Set<TokenType> accepted) {
		if (!accepted.contains(TokenType.STANDARD)) {
			return new OperationErrorException("OperationRequiresSecureToken",
					"The operation requires a secure token.");
		}
		return new OperationErrorException("AUTH-023", "The security token is not authorized for the operation.");
	}

}
