package io.github.connectapi.store;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.ErrorSuppressingLog;
import io.github.connectapi.Internal;
import io.github.connectapi.Secret;

/**
 * A session that this instance shares with others through a store. To acquire it, it
 * adopts what another instance published, or else claims the record, requests a session,
 * and publishes the result. Compare-and-set makes this safe; the claim only saves logins.
 * Thread-safe.
 */
@Internal
public final class SharedSession {

	private static final ErrorSuppressingLog logger = ErrorSuppressingLog.of(SessionStore.class);

	private final String owner = UUID.randomUUID().toString();

	private final SessionStore store;

	private final SharedSessionSettings settings;

	private final Server server;

	private final SharedAcquisition acquisition;

	private final SharedPoll poll;

	private final LongSupplier nanos;

	/** The membership with the credentials of the last acquisition; null if it ended. */
	private volatile @Nullable Membership membership;

	/** The credentials of the acquisition that started last. */
	private @Nullable ConnectCredentials credentials;

	private boolean closed;

	/**
	 * Create a shared session.
	 * @param store the store, which limits the time of its operations
	 * @param settings how instances share the session
	 * @param server the server of the sessions
	 * @param expiryMargin how long before its expiry a session is no longer used
	 * @param backoff how long instances back off after failures
	 * @param time the timer, clock, jitter and sleep
	 */
	public SharedSession(SessionStore store, SharedSessionSettings settings, Server server, Duration expiryMargin,
			SharedBackoff backoff, Time time) {
		this.store = store;
		this.settings = settings;
		this.server = server;
		this.nanos = time.nanos();
		SharedSessionPolicy policy = new SharedSessionPolicy(expiryMargin, backoff);
		this.acquisition = new SharedAcquisition(policy, new SharedPublication(policy, backoff, time),
				settings.isWaitForStore(), time);
		this.poll = new SharedPoll(policy, time.nanos());
	}

	/**
	 * Acquire the session.
	 * @param request what to acquire
	 * @param login how to request a session from the server
	 * @return the acquired or adopted session
	 * @throws io.github.connectapi.ConnectApiException if no session can be acquired
	 */
	public Acquired acquire(Request request, Login login) {
		return this.acquisition.acquire(membership(request.credentials()), request, login);
	}

	/**
	 * Read the store, and repair the record if it is missing, foreign or older than what
	 * this instance knows.
	 * @param credentials the credentials of the session
	 * @param current the session that the manager uses; null if there is none
	 * @return a later session of another instance; null if there is none
	 */
	public @Nullable Acquired poll(ConnectCredentials credentials, @Nullable ConnectSession current) {
		Membership member = this.membership;
		return (member != null && member.credentials.equals(credentials)) ? this.poll.poll(member, current) : null;
	}

	/**
	 * Report that the server rejected a token from this instance.
	 * @param token the token
	 */
	public void report(Secret token) {
		Membership member = this.membership;
		if (member != null && member.knowledge.report(token)) {
			logger.warn(
					"Connect session of other instances is rejected here; this instance acquires a session of its own");
		}
	}

	/**
	 * Report that the server accepted a token from this instance.
	 * @param token the token
	 */
	public void accept(Secret token) {
		Membership member = this.membership;
		if (member != null) {
			member.knowledge.accept(token);
		}
	}

	/**
	 * Return whether this instance uses a session of its own.
	 * @return whether its session is not the one in the store
	 */
	public boolean isOwn() {
		Membership member = this.membership;
		return member != null && member.knowledge.isOwn();
	}

	/**
	 * Return whether the store responded the last time.
	 * @return whether it responded; true if it was not used yet
	 */
	public boolean isStoreAvailable() {
		Membership member = this.membership;
		return member == null || !member.hasFailed();
	}

	/** End the membership. Nothing of it remains reachable. */
	public synchronized void close() {
		this.closed = true;
		this.credentials = null;
		this.membership = null;
	}

	// Deriving the key takes time, so it is not done before the first acquisition, and
	// without a lock. An acquisition with other credentials may start in the meantime.
	private Membership membership(ConnectCredentials credentials) {
		Membership member = this.membership;
		if (member != null && member.credentials.equals(credentials)) {
			return member;
		}
		start(credentials);
		SharedRecordKey key = SharedRecordKey.derive(this.server.of(credentials), this.settings.namespace(),
				credentials, this.settings.secret());
		return join(new Membership(credentials, new SharedRecordStore(this.store, key, this.owner, this.nanos),
				this.nanos));
	}

	private synchronized void start(ConnectCredentials credentials) {
		if (!this.closed && !Objects.equals(credentials, this.credentials)) {
			this.credentials = credentials;
			this.membership = null;
		}
	}

	private synchronized Membership join(Membership member) {
		Membership current = this.membership;
		if (current != null && current.credentials.equals(member.credentials)) {
			return current;
		}
		if (Objects.equals(member.credentials, this.credentials)) {
			this.membership = member;
		}
		return member;
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
