package io.github.connectapi.test;

/**
 * What the token of a request is to the fake server.
 */
public enum TokenKind {

	/** The request carried no token: absent, {@code null} or blank. */
	NONE,

	/** The standard token of a session. */
	STANDARD,

	/** The secure token of a session. */
	SECURE,

	/** The token of an application session. */
	APPLICATION,

	/** A token that this server never issued. */
	UNKNOWN

}
