package io.github.connectapi.autoconfigure.endpoint;

import io.github.connectapi.session.ConnectSessionSnapshot;

/**
 * State of the session of one user. Only the endpoint creates instances; components may
 * be added.
 *
 * @param user the masked key of the user
 * @param session the state of the session
 */
public record ConnectUserState(String user, ConnectSessionSnapshot session) {

	private static final int SHOWN = 2;

	private static final int MIN_LENGTH = 8;

	static ConnectUserState of(String key, ConnectSessionSnapshot session) {
		int codePoints = key.codePointCount(0, key.length());
		String shown = (codePoints >= MIN_LENGTH) ? key.substring(0, key.offsetByCodePoints(0, SHOWN)) : "";
		return new ConnectUserState(shown + "******", session);
	}

}
