package io.github.connectapi.test.operation;

import java.util.EnumSet;
import java.util.Set;

import io.github.connectapi.test.Internal;

/**
 * The tokens that an operation accepts. A secure token is accepted wherever a standard
 * one is, because existing clients send it to all operations.
 */
@Internal
public enum Access {

	/** The operation creates or renews a session and checks the token itself. */
	UNCHECKED,

	/** The operation accepts only a secure token. */
	SECURE,

	/** The operation accepts the tokens of a session, but not of an application. */
	STANDARD,

	/** The operation accepts all tokens. */
	ANY,

	/** The operation accepts all tokens, but is documented for https only. */
	ANY_OVER_HTTPS;

	Set<TokenType> accepted() {
		return switch (this) {
			case UNCHECKED -> EnumSet.noneOf(TokenType.class);
			case SECURE -> EnumSet.of(TokenType.SECURE);
			case STANDARD -> EnumSet.of(TokenType.SECURE, TokenType.STANDARD);
			case ANY, ANY_OVER_HTTPS -> EnumSet.allOf(TokenType.class);
		};
	}

	boolean requiresHttps() {
		return this == UNCHECKED || this == SECURE || this == ANY_OVER_HTTPS;
	}

}
