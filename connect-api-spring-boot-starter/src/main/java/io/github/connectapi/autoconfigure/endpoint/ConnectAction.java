package io.github.connectapi.autoconfigure.endpoint;

/**
 * Actions on a session.
 */
public enum ConnectAction {

	/** Start a renewal immediately instead of when it is due. */
	RENEW,

	/** Discard the session, as if the server had rejected its token. */
	INVALIDATE,

	/**
	 * Clear failures and ignored reports, and retry an acquisition that is backing off.
	 */
	RESET

}
