package io.github.connectapi.user;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectUnavailableException;

/**
 * Failures of the sessions of many users, as opposed to those of one session. No message
 * contains a key.
 */
final class UserFailures {

	private UserFailures() {
	}

	static ConnectApiException noCredentials() {
		return new ConnectUnavailableException(
				"There are no credentials for this user. Return them from ConnectUserCredentials when the user has entered them.",
				ConnectFailure.permanentFailure(null, null).withNotSent(true).withCredentialsMissing(true));
	}

	static ConnectApiException noUserName() {
		return new ConnectUnavailableException(
				"The credentials of this user have no user name. Return those of the user from ConnectUserCredentials, instead of those of the application.",
				ConnectFailure.permanentFailure(null, null).withNotSent(true));
	}

	static ConnectApiException tooManyUsers() {
		return new ConnectUnavailableException(
				"There is no room for another user, because all others were active in the last minute. Increase the maximum number of users.",
				ConnectFailure.transientFailure(null, null).withNotSent(true));
	}

	static ConnectApiException forgotten() {
		return new ConnectUnavailableException("The session of this user was forgotten while a caller waited for it",
				ConnectFailure.transientFailure(null, null));
	}

}
