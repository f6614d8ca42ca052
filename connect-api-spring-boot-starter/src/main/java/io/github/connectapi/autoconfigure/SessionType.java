package io.github.connectapi.autoconfigure;

/**
 * Values of {@code getty.connect.session.type}.
 */
enum SessionType {

	/** CreateSession, with the credentials of a system and a user. */
	USER,

	/** CreateApplicationSession, with those of a system only. */
	APPLICATION

}
