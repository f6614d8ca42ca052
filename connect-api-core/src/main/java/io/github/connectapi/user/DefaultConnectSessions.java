package io.github.connectapi.user;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogMessage;
import org.springframework.util.Assert;

import io.github.connectapi.acquisition.GateSettings;
import io.github.connectapi.acquisition.PoolFailures;
import io.github.connectapi.acquisition.AcquisitionPool;
import io.github.connectapi.acquisition.AcquisitionGate;
import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectThreadFactory;
import io.github.connectapi.ErrorSuppressingLog;
import io.github.connectapi.LogSanitizer;
import io.github.connectapi.session.BackoffSettings;
import io.github.connectapi.session.ConnectSessionEvent;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.session.ConnectSessionSnapshot;
import io.github.connectapi.session.SessionEventPublisher;
import io.github.connectapi.session.SessionGroup;
import io.github.connectapi.session.SessionStateMachine;

/**
 * Default implementation of {@link ConnectSessions}.
 */
final class DefaultConnectSessions implements ConnectSessions, UserSessionContext {

	static final int MAX_KEY_LENGTH = 1024;

	private static final ErrorSuppressingLog logger = ErrorSuppressingLog.of(ConnectSessions.class);

	private static final int MAX_QUEUED_EVENTS = 10_000;

	private static final int MAX_SYSTEM_IDS = 1000;

	private static final Duration MAX_SWEEP_INTERVAL = Duration.ofMinutes(1);

	/** How many users are compared to find the one to evict. */
	private static final int SAMPLE = 64;

	private static final long MIN_IDLE_MILLIS = Duration.ofMinutes(1).toMillis();

	private static final long MIN_SEARCH_MILLIS = 1000;

	private final ConcurrentHashMap<String, UserSession> sessions = new ConcurrentHashMap<>();

	private final Map<String, String> systemIds = new ConcurrentHashMap<>();

	private final ConnectSessionsSettings settings;

	private final SessionGroup group;

	private final UnknownKeys unknown;

	private final UserCredentialsReader credentials;

	private final UserBackoffs backoffs;

	private final AcquisitionGate gate;

	private final AcquisitionPool pool;

	private final UserPermits permits;

	private final SessionEventPublisher<ConnectUserSessionListener> events;

	private final LongAdder evictions = new LongAdder();

	private final AtomicBoolean sweeping = new AtomicBoolean();

	/** When there was no user to evict. */
	private long noneIdleMillis = -MIN_SEARCH_MILLIS;

	private Iterator<UserSession> candidates = List.<UserSession>of().iterator();

	private volatile boolean closed;

	DefaultConnectSessions(ConnectSessionsBuilder builder) {
		this(builder, builder.factory.group(builder.manager, builder.settings.maxConcurrentAcquisitions()));
	}

	DefaultConnectSessions(ConnectSessionsBuilder builder, SessionGroup group) {
		this.settings = builder.settings;
		this.group = group;
		this.unknown = new UnknownKeys(this.group.nanos());
		this.credentials = new UserCredentialsReader(builder.credentials, this.unknown, builder.nanoClock);
		this.backoffs = new UserBackoffs(builder.settings.maxBackoffs(), builder.nanoClock);
		this.permits = new UserPermits(builder.settings.maxUsers());
		BackoffSettings backoff = builder.sessionSettings.backoff();
		BackoffSettings rejected = builder.sessionSettings.rejectedBackoff();
		this.gate = new AcquisitionGate(new GateSettings(backoff.initial(), backoff.max(), rejected.initial(),
				rejected.max(), builder.sessionSettings.acquisitionTimeout().plusSeconds(1)), builder.nanoClock,
				builder.clock);
		this.pool = new AcquisitionPool(builder.settings.pool(), this.gate, builder.nanoClock, this.group.timers(),
				builder.classLoader);
		this.events = new SessionEventPublisher<>(builder.listeners,
				ConnectThreadFactory.platform("getty-connect-user-events-", builder.classLoader), MAX_QUEUED_EVENTS);
	}

	@Override
	public ConnectSessionManager forUser(String key) {
		return new UserSessionManager(this, this.group, requireKey(key));
	}

	private static String requireKey(String key) {
		Assert.isTrue(key != null && !key.isBlank(), "The key of a user must not be blank");
		Assert.isTrue(key.length() <= MAX_KEY_LENGTH, "The key of a user must have at most 1024 characters");
		return key;
	}

	/** Return the current state of a user, and create it if there is none. */
	UserSession attach(String key) {
		UserSession user = this.sessions.compute(key,
				(same, current) -> (current != null && !current.isEnded()) ? current : create(same));
		if (this.closed) {
			// Created after the others were ended.
			user.end(PoolFailures.closed());
			remove(user);
			throw PoolFailures.closed();
		}
		startSweeping();
		return user;
	}

	private UserSession create(String key) {
		return new UserSession(this, key, this.group.millis());
	}

	/** Return the current state of a user; null if there is none. */
	@Nullable UserSession find(String key) {
		UserSession user = this.sessions.get(key);
		return (user != null && !user.isEnded()) ? user : null;
	}

	@Override
	public void forget(String key) {
		UserSession user = this.sessions.get(requireKey(key));
		if (user != null) {
			user.end(UserFailures.forgotten());
			remove(user);
		}
	}

	@Override
	public void reset(String key) {
		this.unknown.remove(requireKey(key));
		UserSession user = find(key);
		if (user == null && this.backoffs.find(key) != null && !this.closed) {
			user = attach(key);
		}
		if (user != null) {
			user.stateMachine.reset();
			// Unless an acquisition was started, because there was a back-off.
			user.endUnlessAdmitted();
		}
		if (find(key) == null) {
			this.backoffs.clear(key);
		}
	}

	@Override
	public void reset() {
		this.gate.reset();
	}

	@Override
	public Optional<ConnectSessionSnapshot> snapshot(String key) {
		UserSession user = find(requireKey(key));
		if (user != null) {
			return Optional.of(user.stateMachine.snapshot());
		}
		return (this.backoffs.find(key) != null) ? Optional.of(snapshotOf(key)) : Optional.empty();
	}

	/** Return a snapshot of what is remembered of a user. */
	ConnectSessionSnapshot snapshotOf(String key) {
		return create(key).stateMachine.snapshot();
	}

	@Override
	public ConnectSessionsSnapshot snapshot() {
		int valid = 0;
		int failed = 0;
		int acquiring = 0;
		int users = 0;
		int own = 0;
		for (UserSession user : this.sessions.values()) {
			SessionStateMachine stateMachine = user.stateMachine;
			users += user.isEnded() ? 0 : 1;
			ConnectSessionSnapshot.State state = stateMachine.currentState();
			valid += (state == ConnectSessionSnapshot.State.VALID) ? 1 : 0;
			failed += (state == ConnectSessionSnapshot.State.FAILED) ? 1 : 0;
			acquiring += stateMachine.isAcquiring() ? 1 : 0;
			own += stateMachine.isOwn() ? 1 : 0;
		}
		return new ConnectSessionsSnapshot(Instant.ofEpochMilli(this.group.millis()), users, valid, failed, acquiring,
				this.pool.queued(), this.pool.abandoned(), this.evictions.sum(), this.backoffs.size(),
				this.gate.rejectedSystems(), this.gate.isOutage(),
				this.group.isShared() ? new ConnectSessionsSnapshot.Sharing(own, this.group.isStoreAvailable()) : null);
	}

	private void startSweeping() {
		if (!this.sweeping.get() && this.sweeping.compareAndSet(false, true)) {
			scheduleSweep();
		}
	}

	@SuppressWarnings("FutureReturnValueIgnored")
	private void scheduleSweep() {
		long interval = Math.min(MAX_SWEEP_INTERVAL.toNanos(), Math.max(1, this.settings.idleTimeout().toNanos() / 2));
		try {
			this.group.timers().schedule(this::sweep, interval, TimeUnit.NANOSECONDS);
		}
		catch (RejectedExecutionException | Error ex) {
			// The next caller tries again.
			this.sweeping.set(false);
		}
	}

	private void sweep() {
		long millis = this.group.millis();
		long idleTimeout = this.settings.idleTimeout().toMillis();
		try {
			this.sessions.values()
				.stream()
				.filter((user) -> user.idleMillis(millis) >= idleTimeout)
				.forEach(this::evict);
		}
		finally {
			this.sweeping.set(false);
		}
		if (!this.closed && !this.sessions.isEmpty()) {
			startSweeping();
		}
	}

	private boolean evict(UserSession user) {
		boolean evicted = user.evict();
		if (evicted) {
			this.evictions.increment();
			remove(user);
		}
		return evicted;
	}

	@Override
	public boolean admit(UserSession user) {
		while (!user.admit()) {
			if (!evictLongestIdle()) {
				return false;
			}
		}
		return true;
	}

	// Users with similar keys are close in the map and often active together, so the
	// first sample proves nothing. None found at all is true for a second.
	private synchronized boolean evictLongestIdle() {
		long millis = this.group.millis();
		long since = millis - this.noneIdleMillis;
		if (since >= 0 && since < MIN_SEARCH_MILLIS) {
			return false;
		}
		for (int visited = 0; visited <= this.sessions.size(); visited += SAMPLE) {
			if (evictLongestIdleOfSample(millis)) {
				return true;
			}
		}
		this.noneIdleMillis = millis;
		return false;
	}

	private boolean evictLongestIdleOfSample(long millis) {
		return Stream.generate(this::nextCandidate)
			.limit(SAMPLE)
			.takeWhile((candidate) -> candidate.isPresent())
			.map(Optional::get)
			.filter((candidate) -> candidate.idleMillis(millis) >= MIN_IDLE_MILLIS)
			.sorted(Comparator.comparingLong((UserSession candidate) -> candidate.idleMillis(millis)).reversed())
			.anyMatch(this::evict);
	}

	private Optional<UserSession> nextCandidate() {
		if (!this.candidates.hasNext()) {
			this.candidates = this.sessions.values().iterator();
		}
		return this.candidates.hasNext() ? Optional.of(this.candidates.next()) : Optional.empty();
	}

	@Override
	public SessionStateMachine createStateMachine(UserSession user) {
		return this.group.create(user, UserSession.memory(this.backoffs, user.key));
	}

	@Override
	public UserCredentialsReader credentials() {
		return this.credentials;
	}

	@Override
	public UserBackoffs backoffs() {
		return this.backoffs;
	}

	@Override
	public AcquisitionPool pool() {
		return this.pool;
	}

	@Override
	public AcquisitionGate gate() {
		return this.gate;
	}

	@Override
	public UserPermits users() {
		return this.permits;
	}

	@Override
	public @Nullable ConnectApiException refusal(String key, @Nullable String systemId) {
		return this.unknown.contains(key, this.group.nanos()) ? UserFailures.noCredentials()
				: this.gate.refusal(systemId);
	}

	@Override
	public String intern(String systemId) {
		String known = this.systemIds.get(systemId);
		if (known != null) {
			return known;
		}
		if (this.systemIds.size() < MAX_SYSTEM_IDS) {
			this.systemIds.putIfAbsent(systemId, systemId);
		}
		return systemId;
	}

	@Override
	public void remove(UserSession user) {
		this.sessions.remove(user.key, user);
	}

	@Override
	public void publish(String key, ConnectSessionEvent event) {
		if (logger.isDebugEnabled()) {
			logger.debug(LogMessage.format("Connect session of a user changed: key=%s event=%s generation=%s",
					LogSanitizer.sanitize(key), event.getClass().getSimpleName(), event.generation()));
		}
		this.events.publish(event, (listener) -> listener.onEvent(key, event));
	}

	@Override
	public void close() {
		synchronized (this) {
			if (this.closed) {
				return;
			}
			this.closed = true;
		}
		this.sessions.values().forEach((user) -> user.end(PoolFailures.closed()));
		this.sessions.clear();
		this.pool.close();
		this.group.close();
		this.events.close();
	}

}
