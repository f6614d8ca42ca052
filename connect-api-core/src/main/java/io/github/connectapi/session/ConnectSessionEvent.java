package io.github.connectapi.session;

import java.time.Instant;

import io.github.connectapi.ConnectApiException;

/**
 * Event of a session. Contains no secret. Each acquisition ends with a {@link Created}, a
 * {@link Renewed} or a {@link Failed} event, unless the manager is closed. A check for
 * changed credentials during the back-off is not an acquisition: it publishes no event if
 * it finds the rejected credentials again, or if the provider throws an exception.
 * <p>
 * Only the library creates events. New types of events and new components may be added,
 * so a {@code switch} over events needs a {@code default} branch, and the constructors
 * are not part of the API.
 */
public sealed interface ConnectSessionEvent {

	/**
	 * Return when the event occurred, according to the wall clock of this machine.
	 * @return the timestamp
	 */
	Instant at();

	/**
	 * Return the number of sessions so far, including renewed ones. It identifies the
	 * session to which the event relates.
	 * @return the number
	 */
	int generation();

	/**
	 * Event of a failed acquisition.
	 */
	sealed interface Failed extends ConnectSessionEvent {

		/**
		 * Return the failure of the acquisition.
		 * @return the failure
		 */
		ConnectApiException failure();

		/**
		 * Return the number of failed acquisitions since the last success.
		 * @return the number, including this failure
		 */
		int consecutiveFailures();

		/**
		 * Return the time before which there is no further acquisition.
		 * @return the timestamp
		 */
		Instant nextAttemptAt();

		/**
		 * Return whether there is still a valid session.
		 * @return true if callers get a session
		 */
		boolean sessionValid();

	}

	/**
	 * A session was created by a login.
	 *
	 * @param at when the event occurred
	 * @param generation the number of the session
	 * @param expiresAt when the session expires
	 */
	record Created(Instant at, int generation, Instant expiresAt) implements ConnectSessionEvent {
	}

	/**
	 * The session was renewed.
	 *
	 * @param at when the event occurred
	 * @param generation the number of the new session
	 * @param expiresAt when the new session expires
	 */
	record Renewed(Instant at, int generation, Instant expiresAt) implements ConnectSessionEvent {
	}

	/**
	 * A session that another instance acquired is used.
	 *
	 * @param at when the event occurred
	 * @param generation the number of the session
	 * @param expiresAt when the session expires
	 */
	record Adopted(Instant at, int generation, Instant expiresAt) implements ConnectSessionEvent {
	}

	/**
	 * An acquisition succeeded after failures. Follows {@link Created}, {@link Adopted}
	 * or {@link Renewed}, but not after a {@link Reset}, which forgets the failures.
	 *
	 * @param at when the event occurred
	 * @param generation the number of the session
	 * @param expiresAt when the session expires
	 * @param failures the number of consecutive failures before
	 */
	record Recovered(Instant at, int generation, Instant expiresAt, int failures) implements ConnectSessionEvent {
	}

	/**
	 * An acquisition failed while the session is valid. The session remains in use.
	 *
	 * @param at when the event occurred
	 * @param generation the number of the session that remains in use
	 * @param failure the failure
	 * @param consecutiveFailures the number of failed acquisitions since the last success
	 * @param nextAttemptAt the time before which there is no further acquisition
	 */
	record RenewalFailed(Instant at, int generation, ConnectApiException failure, int consecutiveFailures,
			Instant nextAttemptAt) implements Failed {

		@Override
		public boolean sessionValid() {
			return true;
		}

	}

	/**
	 * An acquisition failed and there is no session.
	 *
	 * @param at when the event occurred
	 * @param generation the number of sessions so far
	 * @param failure the failure
	 * @param consecutiveFailures the number of failed acquisitions since the last success
	 * @param nextAttemptAt the time before which there is no further acquisition
	 */
	record Unavailable(Instant at, int generation, ConnectApiException failure, int consecutiveFailures,
			Instant nextAttemptAt) implements Failed {

		@Override
		public boolean sessionValid() {
			return false;
		}

	}

	/**
	 * The server rejected the credentials.
	 *
	 * @param at when the event occurred
	 * @param generation the number of sessions so far
	 * @param failure the failure
	 * @param consecutiveFailures the number of failed acquisitions since the last success
	 * @param nextAttemptAt the time before which there is no further acquisition, unless
	 * the credentials change
	 * @param sessionValid whether there is still a valid session
	 */
	record Rejected(Instant at, int generation, ConnectApiException failure, int consecutiveFailures,
			Instant nextAttemptAt, boolean sessionValid) implements Failed {
	}

	/**
	 * A caller reported that the token of the session was rejected, and the report was
	 * accepted.
	 *
	 * @param at when the event occurred
	 * @param generation the number of the invalidated session
	 */
	record Invalidated(Instant at, int generation) implements ConnectSessionEvent {
	}

	/**
	 * The session is no longer used ({@code expiry-margin} before {@code expiresAt}),
	 * because it was not renewed in time.
	 *
	 * @param at when the manager detected the end
	 * @param generation the number of the session that ended
	 */
	record Expired(Instant at, int generation) implements ConnectSessionEvent {
	}

	/**
	 * The failures were forgotten by {@link ConnectSessionManager#reset()}.
	 *
	 * @param at when the event occurred
	 * @param generation the number of sessions so far
	 */
	record Reset(Instant at, int generation) implements ConnectSessionEvent {
	}

	/**
	 * The manager was closed.
	 *
	 * @param at when the event occurred
	 * @param generation the number of sessions so far
	 */
	record Closed(Instant at, int generation) implements ConnectSessionEvent {
	}

}
