package io.github.connectapi.session;

import java.time.Instant;

import io.github.connectapi.ConnectApiException;

/**
 * Something that happened to a session. Contains no secret. Each acquisition ends in one
 * of {@link Created}, {@link Renewed} or a {@link Failed}, unless the manager is closed.
 * Later versions may add kinds of events and details.
 */
public sealed interface ConnectSessionEvent {

	/**
	 * When it happened, by this machine's wall clock.
	 * @return the moment
	 */
	Instant at();

	/**
	 * The last session at that time.
	 * @return how many sessions there had been, renewed ones included
	 */
	int generation();

	/**
	 * An acquisition failed.
	 */
	sealed interface Failed extends ConnectSessionEvent {

		/**
		 * Why.
		 * @return the failure
		 */
		ConnectApiException failure();

		/**
		 * How many acquisitions failed since the last success.
		 * @return the number, with this one
		 */
		int consecutiveFailures();

		/**
		 * Before when there is no further attempt.
		 * @return the moment
		 */
		Instant nextAttemptAt();

		/**
		 * Whether there is a valid session all the same.
		 * @return whether callers get one
		 */
		boolean isSessionValid();

	}

	/**
	 * A session was created by a login.
	 *
	 * @param at when
	 * @param generation its number
	 * @param expiresAt when it expires
	 */
	record Created(Instant at, int generation, Instant expiresAt) implements ConnectSessionEvent {
	}

	/**
	 * The session was renewed.
	 *
	 * @param at when
	 * @param generation the number of the new one
	 * @param expiresAt when it expires
	 */
	record Renewed(Instant at, int generation, Instant expiresAt) implements ConnectSessionEvent {
	}

	/**
	 * After failures there is a new session. Follows {@link Created} or {@link Renewed};
	 * not after a {@link Reset}, which forgets them.
	 *
	 * @param at when
	 * @param generation its number
	 * @param expiresAt when it expires
	 * @param failures how many acquisitions had failed in a row
	 */
	record Recovered(Instant at, int generation, Instant expiresAt, int failures) implements ConnectSessionEvent {
	}

	/**
	 * An acquisition failed while the session is valid.
	 *
	 * @param at when
	 * @param generation the number of the session that is served on
	 * @param failure why
	 * @param consecutiveFailures how many failed since the last success
	 * @param nextAttemptAt before when there is no further attempt
	 */
	record RenewalFailed(Instant at, int generation, ConnectApiException failure, int consecutiveFailures,
			Instant nextAttemptAt) implements Failed {

		@Override
		public boolean isSessionValid() {
			return true;
		}

	}

	/**
	 * An acquisition failed and there is no session.
	 *
	 * @param at when
	 * @param generation how many sessions there had been
	 * @param failure why
	 * @param consecutiveFailures how many failed since the last success
	 * @param nextAttemptAt before when there is no further attempt
	 */
	record Unavailable(Instant at, int generation, ConnectApiException failure, int consecutiveFailures,
			Instant nextAttemptAt) implements Failed {

		@Override
		public boolean isSessionValid() {
			return false;
		}

	}

	/**
	 * The server rejected the credentials.
	 *
	 * @param at when
	 * @param generation how many sessions there had been
	 * @param failure what the server said
	 * @param consecutiveFailures how many acquisitions failed since the last success
	 * @param nextAttemptAt before when there is no further attempt, unless the
	 * credentials change
	 * @param isSessionValid whether there is a valid session all the same
	 */
	record Rejected(Instant at, int generation, ConnectApiException failure, int consecutiveFailures,
			Instant nextAttemptAt, boolean isSessionValid) implements Failed {
	}

	/**
	 * A caller reported that the session's token was rejected, and was believed.
	 *
	 * @param at when
	 * @param generation the number of the session that is gone
	 */
	record Invalidated(Instant at, int generation) implements ConnectSessionEvent {
	}

	/**
	 * The session ended without having been renewed.
	 *
	 * @param at when that was noticed
	 * @param generation the number of the session that is gone
	 */
	record Expired(Instant at, int generation) implements ConnectSessionEvent {
	}

	/**
	 * Failures were forgotten by {@link ConnectSessionManager#reset()}.
	 *
	 * @param at when
	 * @param generation how many sessions there had been
	 */
	record Reset(Instant at, int generation) implements ConnectSessionEvent {
	}

	/**
	 * The manager was closed.
	 *
	 * @param at when
	 * @param generation how many sessions there had been
	 */
	record Closed(Instant at, int generation) implements ConnectSessionEvent {
	}

}
