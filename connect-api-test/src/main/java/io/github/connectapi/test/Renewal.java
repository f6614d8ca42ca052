package io.github.connectapi.test;

import io.github.connectapi.test.operation.IssuedTokens;
import io.github.connectapi.test.operation.TokenStore;

/**
 * The effect of RenewSession on the tokens of a session. The API documentation does not
 * specify the effect on the old pair, so a client must support all of these.
 */
public enum Renewal {

	/** Return a new pair. The old pair remains valid until it expires. */
	NEW_PAIR_OLD_VALID,

	/** Return a new pair and revoke the old one immediately. */
	NEW_PAIR_OLD_REVOKED,

	/** Return the same pair with a later expiry. */
	SAME_PAIR;

	IssuedTokens renew(TokenStore tokens, IssuedTokens pair) {
		if (this == SAME_PAIR) {
			return tokens.extend(pair);
		}
		IssuedTokens renewed = tokens.issuePair(pair.userName(), pair.accountId());
		if (this == NEW_PAIR_OLD_REVOKED) {
			pair.revoke();
		}
		return renewed;
	}

}
