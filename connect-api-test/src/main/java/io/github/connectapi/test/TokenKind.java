package io.github.connectapi.test;

import io.github.connectapi.test.operation.TokenStore;
import org.jspecify.annotations.Nullable;

/**
 * The kind of token that a request contained.
 */
public enum TokenKind {

	/** The request contained no token: it was absent, null or blank. */
	NONE,

	/** The standard token of a session. */
	STANDARD,

	/** The secure token of a session. */
	SECURE,

	/** The token of an application session. */
	APPLICATION,

	/** A token that this server did not issue. */
	UNKNOWN;

	static TokenKind of(@Nullable String token, TokenStore tokens) {
		if (token == null) {
			return NONE;
		}
		return tokens.type(token).map((type) -> switch (type) {
			case STANDARD -> STANDARD;
			case SECURE -> SECURE;
			case APPLICATION -> APPLICATION;
		}).orElse(UNKNOWN);
	}

}
