package io.github.connectapi.autoconfigure.endpoint;

/**
 * Actions on a session.
 */
public enum ConnectAction {

	/** Start a renewal, or a login if there is no session. */
	RENEW,

	/** Discard the session, as if the server had rejected its token. */
	INVALIDATE,

	/** Clear failures, and accept reports of rejected tokens again. */
	RESET

}
