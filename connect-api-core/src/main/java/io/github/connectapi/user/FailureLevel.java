package io.github.connectapi.user;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.Internal;

/**
 * Whom the failure of an acquisition concerns.
 */
@Internal
public enum FailureLevel {

	/** The user alone: his credentials were rejected, for instance. */
	USER,

	/**
	 * All users of the system: its password was rejected, the gateway has deactivated it,
	 * or it has sent too many requests.
	 */
	SYSTEM,

	/** All users: no connection could be opened. */
	CONNECTION,

	/**
	 * All users, if several have it: the server failed, did not respond in time, or sent
	 * an unusable response.
	 */
	SERVER,

	/** Nobody: it says nothing about the server, such as an interrupt. */
	NONE;

	/**
	 * Return the level of a failure.
	 * @param failure the failure
	 * @return the level
	 */
	public static FailureLevel of(ConnectApiException failure) {
		throw new UnsupportedOperationException();
	}

}
