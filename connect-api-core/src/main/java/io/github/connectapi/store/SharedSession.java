package io.github.connectapi.store;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.Internal;
import io.github.connectapi.Secret;

/**
 * A session that this instance shares with others through a store. To acquire it, it
 * adopts what another instance published, or else claims the record, requests a session,
 * and publishes the result. Compare-and-set makes this safe; the claim only saves logins.
 * Thread-safe.
 */
@Internal
public final class SharedSession implements SessionSharing {

	private final SharedSessions sessions;

	/** The membership with the credentials of the last acquisition; null if it ended. */
	private volatile @Nullable Joined joined;

	/** The credentials of the acquisition that started last. */
	private @Nullable ConnectCredentials credentials;

	private boolean closed;

	/**
	 * Create a shared session.
	 * @param sessions the sessions of this instance
	 */
	public SharedSession(SharedSessions sessions) {
		this.sessions = sessions;
	}

	@Override
	public Acquired acquire(Request request, Login login) {
		return this.sessions.acquire(membership(request.credentials()), request, login);
	}

	/**
	 * Read the store, and repair the record if it is missing, foreign or older than what
	 * this instance knows.
	 * @param credentials the credentials of the session
	 * @param current the session that the manager uses; null if there is none
	 * @return a later session of another instance; null if there is none
	 */
	public @Nullable Acquired poll(ConnectCredentials credentials, @Nullable ConnectSession current) {
		Joined last = this.joined;
		return (last != null && last.credentials().equals(credentials))
				? this.sessions.poll().poll(last.member(), current) : null;
	}

	@Override
	public void report(Secret token) {
		Joined last = this.joined;
		if (last != null && last.member().knowledge.report(token)) {
			this.sessions.logRejection();
		}
	}

	@Override
	public void accept(Secret token) {
		Joined last = this.joined;
		if (last != null) {
			last.member().knowledge.accept(token);
		}
	}

	@Override
	public boolean isOwn() {
		Joined last = this.joined;
		return last != null && last.member().knowledge.isOwn();
	}

	@Override
	public boolean isStoreAvailable() {
		return this.sessions.isStoreAvailable();
	}

	/** End the membership. Nothing of it remains reachable. */
	public synchronized void close() {
		this.closed = true;
		this.credentials = null;
		this.joined = null;
	}

	// Deriving the key takes time, so it is not done before the first acquisition, and
	// without a lock. An acquisition with other credentials may start in the meantime.
	private Membership membership(ConnectCredentials credentials) {
		Joined last = this.joined;
		if (last != null && last.credentials().equals(credentials)) {
			return last.member();
		}
		start(credentials);
		return join(new Joined(credentials,
				this.sessions.membership(this.sessions.key(credentials), new SharedKnowledge())));
	}

	private synchronized void start(ConnectCredentials credentials) {
		if (!this.closed && !Objects.equals(credentials, this.credentials)) {
			this.credentials = credentials;
			this.joined = null;
		}
	}

	private synchronized Membership join(Joined joining) {
		Joined current = this.joined;
		if (current != null && current.credentials().equals(joining.credentials())) {
			return current.member();
		}
		if (Objects.equals(joining.credentials(), this.credentials)) {
			this.joined = joining;
		}
		return joining.member();
	}

	/**
	 * A membership.
	 *
	 * @param credentials its credentials
	 * @param member the membership
	 */
	private record Joined(ConnectCredentials credentials, Membership member) {
	}

	/**
	 * What to acquire.
	 *
	 * @param credentials the credentials
	 * @param current the valid session of the manager; null if there is none
	 * @param isUrgent whether the valid session ends before the store may respond again
	 * @param forced whether to request a session in spite of a back-off of the instances
	 * @param deadlineNanos the deadline on the monotonic clock
	 */
	@Internal
	public record Request(ConnectCredentials credentials, @Nullable ConnectSession current, boolean isUrgent,
			boolean forced, long deadlineNanos) {
	}

	/**
	 * An acquired session.
	 *
	 * @param session the session
	 * @param renewed whether it was acquired by RenewSession
	 * @param adopted whether another instance acquired it
	 * @param issuedNanos the time on the monotonic clock at which the request was sent
	 */
	@Internal
	public record Acquired(ConnectSession session, boolean renewed, boolean adopted, long issuedNanos) {
	}

	/**
	 * How to request a session from the server.
	 */
	@Internal
	@FunctionalInterface
	public interface Login {

		/**
		 * Request a session.
		 * @param mayRepeat checks whether another request may be sent after one that
		 * failed, because no other instance acquires the session
		 * @return the session
		 */
		Acquired login(BooleanSupplier mayRepeat);

	}

	/**
	 * Timer, clock, jitter and sleep.
	 *
	 * @param timer extends claims
	 * @param nanos a monotonic clock in nanoseconds
	 * @param random random numbers from 0 to less than 1
	 * @param sleep how to sleep
	 */
	@Internal
	public record Time(ScheduledExecutorService timer, LongSupplier nanos, DoubleSupplier random, Sleep sleep) {
	}

	/**
	 * The server of sessions.
	 *
	 * @param baseUrl the base URL of the Connect API
	 * @param tokenUri the token endpoint of OAuth 2
	 */
	@Internal
	public record Server(String baseUrl, String tokenUri) {

		/** Return a text that differs for each server and kind of credentials. */
		String of(ConnectCredentials credentials) {
			return credentials.isOAuth2() ? "%s %s".formatted(this.baseUrl, this.tokenUri) : this.baseUrl;
		}

	}

	/**
	 * How to sleep.
	 */
	@Internal
	@FunctionalInterface
	public interface Sleep {

		/**
		 * Sleep.
		 * @param duration how long
		 * @throws InterruptedException if this thread is interrupted
		 */
		void sleep(Duration duration) throws InterruptedException;

	}

}
