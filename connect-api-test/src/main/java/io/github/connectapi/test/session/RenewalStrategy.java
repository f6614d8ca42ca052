package io.github.connectapi.test.session;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.operation.IssuedTokens;
import io.github.connectapi.test.operation.TokenStore;

/**
 * Strategy interface to renew the tokens of a session.
 */
@Internal
@FunctionalInterface
public interface RenewalStrategy {

	/**
	 * Renew a pair of tokens.
	 * @param tokens the store of all tokens
	 * @param pair the current pair
	 * @return the renewed pair
	 */
	IssuedTokens renew(TokenStore tokens, IssuedTokens pair);

}
