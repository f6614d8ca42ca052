package io.github.connectapi.session;

import java.io.Serial;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.Secret;

/**
 * Strategy interface for acquiring a session, as a function of the previous one.
 */
@FunctionalInterface
interface SessionAcquirer {

	/**
	 * Renew the previous session or create another one.
	 * @param previous the session to renew; null if there is none, or if it must not be
	 * renewed
	 * @param credentials the credentials to use
	 * @param deadlineNanos the deadline on the monotonic clock
	 * @return the acquired session
	 * @throws ConnectApiException if no session could be acquired before the deadline
	 * @throws RenewalPostponedException if the previous session remains in use for now
	 */
	Result acquire(@Nullable CachedSession previous, ConnectCredentials credentials, long deadlineNanos);

	/**
	 * Renew the previous session or create another one, with further requests only if
	 * they are permitted.
	 * @param previous the session to renew; null if there is none, or if it must not be
	 * renewed
	 * @param credentials the credentials to use
	 * @param deadlineNanos the deadline on the monotonic clock
	 * @param mayRepeat whether another request may be sent after one that failed
	 * @return the acquired session
	 * @throws ConnectApiException if no session could be acquired before the deadline
	 */
	default Result acquire(@Nullable CachedSession previous, ConnectCredentials credentials, long deadlineNanos,
			BooleanSupplier mayRepeat) {
		return acquire(previous, credentials, deadlineNanos);
	}

	/**
	 * Return a session of another instance without a request to the server.
	 * @param previous the session in use; null if there is none
	 * @param credentials the credentials to use
	 * @return the session; null if there is none
	 */
	default @Nullable Result adopt(@Nullable CachedSession previous, ConnectCredentials credentials) {
		return null;
	}

	/**
	 * Report that the server rejected a token. The next acquisition must not return it.
	 * @param token the token
	 */
	default void rejected(Secret token) {
	}

	/**
	 * Report that the server accepted a token.
	 * @param token the token
	 */
	default void accepted(Secret token) {
	}

	/**
	 * Request a session in the next acquisition even if other instances are backing off.
	 */
	default void force() {
	}

	/**
	 * Return whether the session is shared with other instances, and how.
	 * @return the state; null if it is not shared
	 */
	default ConnectSessionSnapshot.@Nullable Sharing sharing() {
		return null;
	}

	/**
	 * An acquired session.
	 *
	 * @param session the session
	 * @param renewed whether it was acquired by RenewSession
	 * @param adopted whether another instance acquired it
	 * @param sentAt the time at which the successful request was sent; the lifetime
	 * starts there
	 */
	record Result(ConnectSession session, boolean renewed, boolean adopted, ClockReading sentAt) {

		Result(ConnectSession session, boolean renewed, ClockReading sentAt) {
			this(session, renewed, false, sentAt);
		}

	}

	/**
	 * Exception thrown when a renewal has to wait, because the store of a shared session
	 * does not respond, and the session is valid for long enough.
	 */
	final class RenewalPostponedException extends RuntimeException {

		@Serial
		private static final long serialVersionUID = 1L;

		/** Why the session was not renewed now. */
		private final ConnectApiException failure;

		RenewalPostponedException(ConnectApiException failure) {
			super(failure);
			this.failure = failure;
		}

		/** Return the failure if the renewal cannot be postponed. */
		ConnectApiException failure() {
			return this.failure;
		}

	}

}
