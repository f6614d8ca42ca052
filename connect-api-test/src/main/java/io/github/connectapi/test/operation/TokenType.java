package io.github.connectapi.test.operation;

import io.github.connectapi.test.Internal;

/**
 * The type of a token that was issued.
 */
@Internal
public enum TokenType {

	/** The standard token of a session. */
	STANDARD,

	/** The secure token of a session. */
	SECURE,

	/** The token of an application session. */
	APPLICATION

}
