package io.github.connectapi.integration.operations;

/**
 * The reaction to an error of the server, as the tables of the runbook name it.
 */
enum Reaction {

	/** No further login for some minutes, because the credentials were rejected. */
	LONG_BACKOFF("long back-off"),

	/** A login at once. */
	NEW_LOGIN("new login"),

	/** A login at once, and an exception for the caller. */
	NEW_LOGIN_AND_ERROR("new login, error"),

	/** The same request again. */
	RETRIED("retried"),

	/** No further attempt before a point in time. */
	WAITS("waits"),

	/** An exception for the caller. */
	ERROR("error");

	private final String documented;

	Reaction(String documented) {
		this.documented = documented;
	}

	/** Return the word that the runbook uses. */
	String documented() {
		return this.documented;
	}

}
