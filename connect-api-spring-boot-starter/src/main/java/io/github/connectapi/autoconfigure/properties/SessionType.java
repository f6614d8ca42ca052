package io.github.connectapi.autoconfigure.properties;

/**
 * Types of sessions.
 */
enum SessionType {

	/** A session of a user, created with the credentials of a system and a user. */
	USER,

	/** A session of a system alone, created with its credentials. */
	APPLICATION

}
