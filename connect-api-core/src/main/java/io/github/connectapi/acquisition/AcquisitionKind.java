package io.github.connectapi.acquisition;

import io.github.connectapi.Internal;

/**
 * Kind of an acquisition, which decides its place in the queue.
 */
@Internal
public enum AcquisitionKind {

	/** The renewal of a session, of a user whose last acquisition succeeded. */
	RENEWAL(false, false),

	/** The login of a user whose last acquisition did not fail. */
	LOGIN(true, false),

	/** The renewal of a session, of a user whose last acquisition failed. */
	RENEWAL_RETRY(false, true),

	/** The login of a user whose last acquisition failed. */
	LOGIN_RETRY(true, true);

	private final boolean login;

	private final boolean retry;

	AcquisitionKind(boolean login, boolean retry) {
		this.login = login;
		this.retry = retry;
	}

	/**
	 * Return the kind of an acquisition.
	 * @param renewable whether there is a session that can be renewed
	 * @param failed whether the last acquisition of the user failed
	 * @return the kind
	 */
	public static AcquisitionKind of(boolean renewable, boolean failed) {
		if (failed) {
			return renewable ? RENEWAL_RETRY : LOGIN_RETRY;
		}
		return renewable ? RENEWAL : LOGIN;
	}

	/**
	 * Return whether it creates a session, which the rate of logins limits.
	 * @return false if it renews one
	 */
	public boolean isLogin() {
		return this.login;
	}

	/**
	 * Return whether the last acquisition of the user failed, so that those of other
	 * users come first.
	 * @return whether it repeats a failed one
	 */
	public boolean isRetry() {
		return this.retry;
	}

}
