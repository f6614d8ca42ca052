package io.github.connectapi.autoconfigure.endpoint;

/**
 * What a person can do about a session.
 */
public enum ConnectAction {

	/** Start a renewal now instead of when it is due. */
	RENEW,

	/** Discard the session, as if the server had rejected its token. */
	INVALIDATE,

	/** Forget failures and ignored reports: what was held back is tried once, now. */
	RESET

}
