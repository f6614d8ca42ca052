package io.github.connectapi.session;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectBackoffException;
import io.github.connectapi.ConnectClosedException;
import io.github.connectapi.ConnectCredentialsProvider;
import io.github.connectapi.ConnectInterruptedException;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectWaitTimeoutException;
import io.github.connectapi.client.ConnectClient;

/**
 * Manages one Connect session. Creates the session when it is first needed, renews it in
 * the background before it expires, and shares it among any number of callers.
 * Thread-safe.
 * <p>
 * Get the session before each use instead of storing it. This usually costs one clock
 * reading, and the returned session has not expired. While there is a valid session, no
 * caller waits, not even during a renewal. If there is none, all callers share one
 * acquisition, and its failure.
 */
public interface ConnectSessionManager extends AutoCloseable {

	/**
	 * Create a builder of a manager, for use without Spring Boot.
	 * @param client the client to use; the manager does not close it
	 * @param credentials the provider of the credentials of each acquisition
	 * @return the builder
	 */
	static ConnectSessionManagerBuilder builder(ConnectClient client, ConnectCredentialsProvider credentials) {
		return new SessionManagerFactory().builder(client, credentials);
	}

	/**
	 * Return a valid session. If there is none, wait up to the wait timeout of the
	 * manager. As this may block, use {@link #getSessionAsync()} on an event loop.
	 * <p>
	 * The default implementation calls {@link #getSession(Duration)} with a timeout of 10
	 * seconds.
	 * @return a session that has not expired
	 * @throws ConnectApiException if the acquisition failed; the type is that of its
	 * failure
	 * @throws ConnectBackoffException if an earlier acquisition failed and the next one
	 * is not due yet; nothing was sent
	 * @throws ConnectWaitTimeoutException if the acquisition took longer than the wait
	 * timeout
	 * @throws ConnectInterruptedException if the current thread was interrupted while
	 * waiting
	 * @throws ConnectClosedException if the manager is closed
	 */
	default ConnectSession getSession() {
		return getSession(SessionSettings.defaults().waitTimeout());
	}

	/**
	 * Return a valid session. If there is none, wait up to the given timeout.
	 * @param timeout the maximum time to wait; zero to not wait
	 * @return a session that has not expired
	 * @throws ConnectApiException as {@link #getSession()}
	 */
	ConnectSession getSession(Duration timeout);

	/**
	 * Return a {@link CompletionStage} that completes with a valid session, without
	 * blocking. Each caller gets its own stage: completing or canceling it affects
	 * neither the acquisition nor other callers. The stage completes about 100
	 * milliseconds after the deadline of the acquisition at the latest, or of the next
	 * one if the session ended before it could be returned. It completes exceptionally
	 * with the exception that {@link #getSession()} would throw, which is not wrapped. If
	 * it is not complete when it is returned, dependent stages run on the executor of the
	 * builder, or else on one of four threads of the manager. A dependent stage that
	 * blocks delays others there, so it needs an executor of its own.
	 * @return a stage that completes with a session
	 */
	CompletionStage<ConnectSession> getSessionAsync();

	/**
	 * Report that the server rejected the token of a session, so that another session is
	 * created. The first report about the current session is accepted. A report about
	 * another session is ignored. A report soon after an accepted one is ignored as well,
	 * because another login would not help: for 60 seconds, and longer if further
	 * sessions are rejected.
	 * @param rejected the session whose token was rejected
	 * @return whether the report was accepted; if not, the caller has to handle the
	 * rejection itself
	 */
	boolean invalidate(ConnectSession rejected);

	/**
	 * Report that the server accepted the token of a session. Only a manager that shares
	 * its session with other instances needs it, to distinguish a token that was revoked
	 * from one that this instance never could use.
	 * {@link io.github.connectapi.call.ConnectApi} reports it.
	 * <p>
	 * The default implementation does nothing.
	 * @param accepted the session whose token was accepted
	 */
	default void confirm(ConnectSession accepted) {
	}

	/**
	 * Start an acquisition now: renew the session or, if there is none, create one. Do
	 * not wait for it. Has no effect while an acquisition is running, or while the
	 * manager is backing off (see {@link #reset()}).
	 */
	void renew();

	/**
	 * Forget failures and the reports of {@link #invalidate}. If the last acquisition
	 * failed, start another one immediately in the background. It fails at once if two
	 * earlier ones have not returned after their deadline. A valid session is kept. Has
	 * no effect after {@link #close()}.
	 */
	void reset();

	/**
	 * Suspend this manager until {@link #resume()}: no timer runs, nothing is renewed in
	 * the background, and idle threads end. The session is kept, and ages. A running
	 * acquisition has two seconds to complete, and is then interrupted, which its callers
	 * see. Later callers are served as usual: while there is no valid session, they wait
	 * for an acquisition. Meant for applications that pause, for example before a
	 * checkpoint of the JVM. The connections belong to the client: see
	 * {@link ConnectClient#closeIdleConnections()}.
	 * <p>
	 * The default implementation does nothing.
	 */
	default void suspend() {
	}

	/**
	 * Resume background renewals after {@link #suspend()}. If a renewal is due, or the
	 * session has ended in the meantime, an acquisition starts in the background. Has no
	 * effect on a manager that is not suspended.
	 * <p>
	 * The default implementation does nothing.
	 */
	default void resume() {
	}

	/**
	 * Return a snapshot of the state of this manager. Sends nothing.
	 * @return the snapshot, which contains no secret
	 */
	ConnectSessionSnapshot snapshot();

	/**
	 * Close this manager. Waiting callers get a {@link ConnectClosedException}, a running
	 * acquisition is interrupted and its result discarded, listeners are notified, and
	 * the threads of the manager end. Waits for them at most two seconds, and half a
	 * second more each if a dependent stage or a listener is slow. Those, and a
	 * credentials provider, keep their threads if they ignore their interrupt; that of a
	 * provider is logged. Closing a manager again has no effect.
	 */
	@Override
	void close();

}
