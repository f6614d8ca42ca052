package io.github.connectapi.autoconfigure.properties;

/**
 * Types of sessions.
 */
enum SessionType {

	/** A session of a user, created with the credentials of a system and a user. */
	USER,

	/** A session of a system alone, created with its credentials. */
	APPLICATION,

	/** A session of OAuth 2, created with an API key and, if there is one, a user. */
	OAUTH2

}
