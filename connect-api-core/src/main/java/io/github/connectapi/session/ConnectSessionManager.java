package io.github.connectapi.session;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectClosedException;
import io.github.connectapi.ConnectCredentialsProvider;
import io.github.connectapi.ConnectBackoffException;
import io.github.connectapi.ConnectInterruptedException;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectWaitTimeoutException;
import io.github.connectapi.client.ConnectClient;

/**
 * Keeps one Connect session alive: creates it when it is first needed, renews it in the
 * background before it expires, and answers it to any number of callers. Thread-safe.
 * <p>
 * Ask for the session before each use and do not keep it: reading it is as cheap as
 * reading a field, and what is answered has not expired. While the session is valid no
 * caller ever waits, whatever its renewal is doing. When there is none, all callers share
 * one acquisition, and its failure.
 */
public interface ConnectSessionManager extends AutoCloseable {

	/**
	 * Begins to build a manager, for use without Spring Boot.
	 * @param client how to reach the Connect API; not closed by the manager
	 * @param credentials asked for the credentials of each acquisition
	 * @return a builder
	 */
	static ConnectSessionManagerBuilder builder(ConnectClient client, ConnectCredentialsProvider credentials) {
		return new ConnectSessionManagerBuilder(client, credentials);
	}

	/**
	 * A valid session, waiting for it up to the wait timeout if there is none. Blocks in
	 * that case, so on an event loop use {@link #getSessionAsync()}.
	 * @return a session that has not expired
	 * @throws ConnectApiException if the acquisition that was waited for failed, with the
	 * class of its failure
	 * @throws ConnectBackoffException if an acquisition failed before and the next one is
	 * not due yet; nothing was sent
	 * @throws ConnectWaitTimeoutException if the acquisition took longer than the wait
	 * timeout
	 * @throws ConnectInterruptedException if this thread was interrupted while waiting
	 * @throws ConnectClosedException if the manager is closed
	 */
	ConnectSession getSession();

	/**
	 * A valid session, waiting for it for a given time if there is none.
	 * @param timeout how long to wait; zero does not wait
	 * @return a session that has not expired
	 * @throws ConnectApiException as {@link #getSession()}
	 */
	ConnectSession getSession(Duration timeout);

	/**
	 * A valid session, without blocking. Each caller gets a stage of its own: whatever is
	 * done with it does not touch the acquisition or other callers. It completes as late
	 * as the acquisition's deadline (of the next one, if the session ended before it
	 * could be handed over), exceptionally with what {@link #getSession()} would throw.
	 * If it is not complete when it is answered, what depends on it runs in the common
	 * pool.
	 * @return a stage of a session
	 */
	CompletionStage<ConnectSession> getSessionAsync();

	/**
	 * Reports that the server rejected the token of a session, so that another session is
	 * created. The first report about the current session is accepted; a report about any
	 * other changes nothing, and so does a report soon after one that was accepted (60 s,
	 * growing while sessions go on being rejected), because then another login would not
	 * help.
	 * @param rejected the session whose token was rejected
	 * @return whether the report was accepted; if not, the rejection is the caller's own
	 */
	boolean invalidate(ConnectSession rejected);

	/**
	 * Starts a renewal now instead of when it is due, without waiting for it. Does
	 * nothing while an acquisition is running, or is held back after a failure (see
	 * {@link #reset()}).
	 */
	void renew();

	/**
	 * Forgets failures, and the reports of {@link #invalidate}: what was held back is
	 * tried once, now, in the background. A valid session stays.
	 */
	void reset();

	/**
	 * What the manager is doing, without a secret. Sends nothing.
	 * @return the state of this moment
	 */
	ConnectSessionSnapshot snapshot();

	/**
	 * Ends the manager: whoever waits gets a {@link ConnectClosedException}, a running
	 * acquisition is cut off and its result discarded, listeners hear of it, the
	 * manager's threads end. Waits for that for two seconds at most, and for half a
	 * second more if a listener is slow. Closing twice does nothing.
	 */
	@Override
	void close();

}
