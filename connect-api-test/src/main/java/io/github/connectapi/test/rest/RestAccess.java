package io.github.connectapi.test.rest;

import io.github.connectapi.test.Internal;

/**
 * Who may call a REST operation. All of them require the API key.
 */
@Internal
public enum RestAccess {

	/** Everybody. A token that is sent must be valid. */
	KEY,

	/** A user, with a token. */
	USER,

	/** A user, with a token. The errors have the documented texts of Connect. */
	CONNECT_USER

}
