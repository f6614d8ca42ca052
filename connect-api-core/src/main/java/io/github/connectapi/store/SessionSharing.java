package io.github.connectapi.store;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.Internal;
import io.github.connectapi.Secret;
import io.github.connectapi.store.SharedSession.Acquired;
import io.github.connectapi.store.SharedSession.Login;
import io.github.connectapi.store.SharedSession.Request;

/**
 * Shares one session with other instances. Implementations are thread-safe.
 */
@Internal
public sealed interface SessionSharing permits SharedSession, SharedUserSession {

	/**
	 * Acquire the session.
	 * @param request what to acquire
	 * @param login how to request a session from the server
	 * @return the acquired or adopted session
	 * @throws io.github.connectapi.ConnectApiException if no session can be acquired
	 */
	Acquired acquire(Request request, Login login);

	/**
	 * Read the store for a later session, without acquiring one.
	 * @param credentials the credentials of the session
	 * @param current the valid session of the manager; null if there is none
	 * @return the session of another instance; null if there is none, or if it is found
	 * by polling
	 */
	default @Nullable Acquired adopt(ConnectCredentials credentials, @Nullable ConnectSession current) {
		return null;
	}

	/**
	 * Report that the server rejected a token from this instance.
	 * @param token the token
	 */
	void report(Secret token);

	/**
	 * Report that the server accepted a token from this instance.
	 * @param token the token
	 */
	void accept(Secret token);

	/**
	 * Return whether this instance uses a session of its own.
	 * @return whether its session is not the one in the store
	 */
	boolean isOwn();

	/**
	 * Return whether the store responded the last time.
	 * @return whether it responded; true if it was not used yet
	 */
	boolean isStoreAvailable();

}
