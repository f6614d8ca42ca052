package io.github.connectapi.session;

/**
 * What to do about the session at one moment.
 */
enum Decision {

	/** Answer the session. */
	USE,

	/** Answer the session, and start its renewal. */
	USE_AND_RENEW,

	/** There is no session: start an acquisition, or wait for the one that runs. */
	ACQUIRE,

	/** There is no session, and none may be acquired now. */
	REFUSE

}
