package io.github.connectapi.store;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ErrorSuppressingLog;
import io.github.connectapi.Internal;
import io.github.connectapi.store.SharedSession.Acquired;
import io.github.connectapi.store.SharedSession.Login;
import io.github.connectapi.store.SharedSession.Request;
import io.github.connectapi.store.SharedSession.Server;
import io.github.connectapi.store.SharedSession.Time;

/**
 * The sessions of this instance that are in one store. Thread-safe.
 */
@Internal
public final class SharedSessions {

	private static final ErrorSuppressingLog logger = ErrorSuppressingLog.of(SessionStore.class);

	/** In another network, the sessions of all users are rejected at the same time. */
	private static final long LOG_INTERVAL = Duration.ofMinutes(1).toNanos();

	private final String owner = UUID.randomUUID().toString();

	private final StoreHealth health = new StoreHealth();

	private final SessionStore store;

	private final SharedSessionSettings settings;

	private final Server server;

	private final SharedAcquisition acquisition;

	private final SharedPoll poll;

	private final LongSupplier nanos;

	private final AtomicLong loggedNanos;

	/**
	 * Create sessions.
	 * @param store the store, which limits the time of its operations
	 * @param settings how instances share sessions
	 * @param server the server of the sessions
	 * @param expiryMargin how long before its expiry a session is no longer used
	 * @param backoff how long instances back off after failures
	 * @param time the timer, clock, jitter and sleep
	 */
	public SharedSessions(SessionStore store, SharedSessionSettings settings, Server server, Duration expiryMargin,
			SharedBackoff backoff, Time time) {
		this.store = store;
		this.settings = settings;
		this.server = server;
		this.nanos = time.nanos();
		SharedSessionPolicy policy = new SharedSessionPolicy(expiryMargin, backoff);
		this.acquisition = new SharedAcquisition(policy, new SharedPublication(policy, backoff, time),
				settings.isWaitForStore(), time);
		this.poll = new SharedPoll(policy, time.nanos());
		this.loggedNanos = new AtomicLong(time.nanos().getAsLong() - LOG_INTERVAL);
	}

	/**
	 * Create the session of one user.
	 * @return the session
	 */
	public SharedUserSession newUserSession() {
		return new SharedUserSession(this);
	}

	/**
	 * Return whether the store responded the last time.
	 * @return whether it responded; true if it was not used yet
	 */
	public boolean isStoreAvailable() {
		return !this.health.hasFailed();
	}

	SharedRecordKey key(ConnectCredentials credentials) {
		return SharedRecordKey.derive(this.server.of(credentials), this.settings.namespace(), credentials,
				this.settings.secret());
	}

	Membership membership(SharedRecordKey key, SharedKnowledge knowledge) {
		return new Membership(new SharedRecordStore(this.store, key, this.owner, this.nanos), knowledge, this.health,
				this.nanos);
	}

	Acquired acquire(Membership member, Request request, Login login) {
		return this.acquisition.acquire(member, request, login);
	}

	SharedPoll poll() {
		return this.poll;
	}

	/** Log that this instance cannot use a session of the others, once a minute. */
	void logRejection() {
		long now = this.nanos.getAsLong();
		long last = this.loggedNanos.get();
		if (now - last >= LOG_INTERVAL && this.loggedNanos.compareAndSet(last, now)) {
			logger.warn(
					"Connect session of other instances is rejected here; this instance acquires a session of its own");
		}
	}

}
