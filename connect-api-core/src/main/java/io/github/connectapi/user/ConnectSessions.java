package io.github.connectapi.user;

import java.util.Optional;

import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.session.ConnectSessionSnapshot;

/**
 * Manages the sessions of many users, each with credentials of his own. Users share the
 * threads, whose number is limited, and the client. Nothing that concerns one user alone
 * affects another one: neither rejected credentials nor credentials that cannot be
 * provided. Thread-safe.
 * <p>
 * There is no timer for each user: a session is renewed when it is read while the renewal
 * is due. A session that is not read for the idle timeout is evicted, and the next read
 * creates another one. A user whose credentials were rejected backs off alone; that
 * outlives his session. If the server rejects the system, all users of that system id
 * back off. If no connection can be opened, or the server fails for several users, all
 * users do, until one login has succeeded.
 * <p>
 * A key is opaque to the library and may be personal data. It is in no meter, in no
 * exception, and in no log line above DEBUG.
 */
public interface ConnectSessions extends AutoCloseable {

	/**
	 * Create a builder.
	 * @param client the client to use; it is not closed
	 * @param credentials the provider of the credentials of each user
	 * @return the builder
	 */
	static ConnectSessionsBuilder builder(ConnectClient client, ConnectUserCredentials credentials) {
		return new ConnectSessionsBuilder(client, credentials);
	}

	/**
	 * Return a manager of the session of one user. It is small, valid as long as this
	 * object is open, and may be kept or created for each use. Nothing is sent, and no
	 * credentials are requested, before the first read.
	 * <p>
	 * In addition to those of a manager of one session, it throws a permanent
	 * {@link io.github.connectapi.ConnectUnavailableException} whose
	 * {@link io.github.connectapi.ConnectApiException#isCredentialsMissing()} is true if
	 * there are no credentials for the user, and a transient one if too many users or
	 * acquisitions wait. {@link ConnectSessionManager#close()} has no effect:
	 * {@link #forget} ends the session. {@link ConnectSessionManager#suspend()} waits for
	 * the acquisition of the user, and interrupts it after two seconds.
	 * @param key the key of the user: not blank, and at most 1024 characters
	 * @return the manager
	 * @throws IllegalArgumentException if the key is blank or too long
	 */
	ConnectSessionManager forUser(String key);

	/**
	 * Forget the session of a user, for instance because he has logged out. The next read
	 * creates another one. Callers that wait get a transient
	 * {@link io.github.connectapi.ConnectUnavailableException}. A back-off is not
	 * forgotten: see {@link #reset(String)}.
	 * @param key the key of the user
	 * @throws IllegalArgumentException if the key is blank or too long
	 */
	void forget(String key);

	/**
	 * Forget the failures of a user and the reports of rejected tokens, for instance
	 * because he has corrected his password. If his last acquisition failed, another one
	 * starts in the background. Back-offs that he shares with others continue.
	 * @param key the key of the user
	 * @throws IllegalArgumentException if the key is blank or too long
	 */
	void reset(String key);

	/**
	 * End the back-offs that users share: those of rejected systems and of an outage. The
	 * next login finds out whether they begin again.
	 */
	void reset();

	/**
	 * Return a snapshot of the session of a user. Sends nothing and creates nothing.
	 * @param key the key of the user
	 * @return the snapshot, which contains no secret; empty if nothing is known of the
	 * user
	 * @throws IllegalArgumentException if the key is blank or too long
	 */
	Optional<ConnectSessionSnapshot> snapshot(String key);

	/**
	 * Return a snapshot of all users. Its duration is proportional to their number, about
	 * 5 milliseconds for 100,000.
	 * @return the snapshot, which contains no key
	 */
	ConnectSessionsSnapshot snapshot();

	/**
	 * Close this object. Waiting callers get a
	 * {@link io.github.connectapi.ConnectClosedException}, running acquisitions are
	 * interrupted, and all threads end. Waits for them at most a few seconds. Each thread
	 * that ignores its interrupt is logged, and does not prevent the exit of the JVM.
	 * There are at most 96 of the credentials provider, and at most
	 * {@link ConnectSessionsSettings#maxConcurrentAcquisitions()} and 16 of the client.
	 * Closing it again has no effect.
	 */
	@Override
	void close();

}
