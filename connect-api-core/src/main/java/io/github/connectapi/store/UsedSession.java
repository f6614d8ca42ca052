package io.github.connectapi.store;

import io.github.connectapi.ConnectSession;

/**
 * The session that this instance uses. Immutable.
 *
 * @param generation the number of the session
 * @param session the session
 * @param issuedNanos the time on the monotonic clock at which the request for it was sent
 * @param adopted whether another instance acquired it
 * @param accepted whether the server has accepted its token from this instance
 */
record UsedSession(long generation, ConnectSession session, long issuedNanos, boolean adopted, boolean accepted) {

	UsedSession withAcceptance() {
		return new UsedSession(this.generation, this.session, this.issuedNanos, this.adopted, true);
	}

}
