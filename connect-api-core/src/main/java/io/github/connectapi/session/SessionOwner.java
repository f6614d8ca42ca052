package io.github.connectapi.session;

import java.io.Serial;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.Internal;

/**
 * What a session gets from its owner, which is a manager of one session, or one of many
 * users: credentials, threads, and someone to notify. Implementations are thread-safe.
 */
@Internal
public interface SessionOwner {

	/**
	 * Return the credentials to use now. May perform I/O.
	 * @return the credentials
	 */
	ConnectCredentials getCredentials();

	/**
	 * Return the name of the class that provides the credentials.
	 * @return the name, for messages
	 */
	String providerName();

	/**
	 * Return an identity of credentials, to keep and to compare.
	 * @param credentials the credentials
	 * @return the identity
	 */
	default CredentialsIdentity identify(ConnectCredentials credentials) {
		return credentials::equals;
	}

	/**
	 * Execute the first stage of an acquisition, which calls {@link #getCredentials()}.
	 * @param renewable whether there is a session to renew
	 * @param failed whether the last acquisition failed
	 * @param stage the stage
	 * @return the ticket of the stage
	 */
	Ticket requestCredentials(boolean renewable, boolean failed, Stage stage);

	/**
	 * Return whether there is room for a session with these credentials.
	 * @param credentials the credentials
	 * @return whether there is room
	 */
	default boolean admit(ConnectCredentials credentials) {
		return true;
	}

	/**
	 * Execute the second stage of an acquisition, which sends the requests. The default
	 * implementation executes it on the current thread.
	 * @param renewable whether there is a session to renew
	 * @param failed whether the last acquisition failed
	 * @param credentials the credentials that it uses
	 * @param stage the stage
	 * @return the ticket of the stage
	 */
	default Ticket exchange(boolean renewable, boolean failed, ConnectCredentials credentials, Stage stage) {
		stage.run();
		return Ticket.STARTED;
	}

	/**
	 * Return whether an acquisition may send another request after one that failed.
	 * @param credentials the credentials that it uses
	 * @return whether it may
	 */
	default boolean mayRepeat(ConnectCredentials credentials) {
		return true;
	}

	/**
	 * Handle that a session was created because it could not be renewed.
	 */
	default void createdInsteadOfRenewed() {
	}

	/**
	 * Return whether a failure is not that of this session alone. If so, the session does
	 * not back off, because its owner does.
	 * @param failure the failure of an acquisition
	 * @return whether others share it
	 */
	default boolean isShared(ConnectApiException failure) {
		return false;
	}

	/**
	 * Remember the failure of an acquisition whose session has ended in the meantime.
	 * @param memory what to remember
	 */
	default void remember(SessionStateMachine.Memory memory) {
	}

	/**
	 * Return whether the timer is used. If not, only callers start acquisitions.
	 * @return whether it is used
	 */
	default boolean hasTimer() {
		return false;
	}

	/**
	 * Set the timer, which replaces its previous task.
	 * @param delay the delay; null to stop the timer
	 * @param task the task
	 */
	default void setTimer(@Nullable Duration delay, Runnable task) {
	}

	/**
	 * Return whether the timer is suspended.
	 * @return whether it is suspended
	 */
	default boolean isSuspended() {
		return false;
	}

	/**
	 * Handle an event of the session.
	 * @param event the event
	 */
	void onEvent(ConnectSessionEvent event);

	/**
	 * Stop the timer and the threads, because the session is closed.
	 */
	default void close() {
	}

	/**
	 * A stage of an acquisition. One of its methods is called, once, unless its ticket is
	 * cancelled.
	 */
	interface Stage {

		/**
		 * Run the stage. Throws nothing.
		 * @return the failure of the exchange; null after a success
		 */
		@Nullable ConnectApiException run();

		/**
		 * End the acquisition, because the stage cannot start. The session does not back
		 * off.
		 * @param failure the failure that callers get
		 */
		void refuse(ConnectApiException failure);

	}

	/** A stage that waits for a thread or runs. */
	interface Ticket {

		/** Ticket of a stage that cannot be cancelled. */
		Ticket STARTED = () -> false;

		/**
		 * Remove the stage if it has not started.
		 * @return whether it was removed, and will never run
		 */
		boolean cancel();

		/**
		 * Report that nobody needs the result of the stage any more, and that its thread
		 * was interrupted. It may never return.
		 */
		default void abandon() {
		}

	}

	/**
	 * Exception thrown when there are no credentials. The session does not back off.
	 */
	final class MissingCredentialsException extends RuntimeException {

		@Serial
		private static final long serialVersionUID = 1L;

		/** What callers get. */
		private final ConnectApiException failure;

		/**
		 * Create an exception.
		 * @param failure the failure that callers get
		 */
		public MissingCredentialsException(ConnectApiException failure) {
			super(null, failure, false, false);
			this.failure = failure;
		}

		ConnectApiException failure() {
			return this.failure;
		}

	}

	/** Identity of credentials. */
	@FunctionalInterface
	interface CredentialsIdentity {

		/**
		 * Return whether this is the identity of the given credentials.
		 * @param credentials the credentials
		 * @return whether they are the same
		 */
		boolean isOf(ConnectCredentials credentials);

		/**
		 * Return a hash of the credentials.
		 * @return the hash; 0 if there is none
		 */
		default long fingerprint() {
			return 0;
		}

	}

}
