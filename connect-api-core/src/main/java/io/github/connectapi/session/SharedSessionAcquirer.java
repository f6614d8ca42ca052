package io.github.connectapi.session;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.ConnectThreadFactory;
import io.github.connectapi.Secret;
import io.github.connectapi.store.BoundedSessionStore;
import io.github.connectapi.store.SessionSharing;
import io.github.connectapi.store.SessionStore;
import io.github.connectapi.store.SharedBackoff;
import io.github.connectapi.store.SharedSession;
import io.github.connectapi.store.SharedSession.Acquired;
import io.github.connectapi.store.SharedSession.Request;
import io.github.connectapi.store.SharedSessionSettings;
import io.github.connectapi.store.SharedSessions;

/**
 * Acquires a session that other instances share. Thread-safe.
 */
final class SharedSessionAcquirer implements SessionAcquirer {

	private final SessionAcquirer remote;

	private final SessionSharing shared;

	private final SessionScheduler scheduler;

	/** Null if the store is read by acquisitions only. */
	private final @Nullable Polling polling;

	private volatile boolean forced;

	SharedSessionAcquirer(SessionAcquirer remote, SessionSharing shared, SessionScheduler scheduler,
			@Nullable Polling polling) {
		this.remote = remote;
		this.shared = shared;
		this.scheduler = scheduler;
		this.polling = polling;
	}

	/** All types of the store are used here, so that they are only loaded if needed. */
	static SharedSessionAcquirer create(SessionAcquirer remote, Store store, ConnectSessionManagerBuilder builder,
			SessionScheduler scheduler, DoubleSupplier random) {
		SharedSession session = new SharedSession(store.sessions());
		Polling polling = new Polling(session, scheduler, Objects.requireNonNull(builder.sharedSettings).pollInterval(),
				random, store.closing());
		return new SharedSessionAcquirer(remote, session, scheduler, polling);
	}

	/** Return acquirers of sessions for which there is no poll. */
	static Supplier<SessionAcquirer> withoutPolling(SessionAcquirer remote, Store store, SessionScheduler scheduler) {
		return () -> new SharedSessionAcquirer(remote, store.sessions().newUserSession(), scheduler, null);
	}

	@Override
	public @Nullable Result adopt(@Nullable CachedSession previous, ConnectCredentials credentials) {
		CachedSession usable = usable(previous);
		Acquired adopted = this.shared.adopt(credentials, (usable != null) ? usable.session() : null);
		return (adopted != null) ? result(adopted, this.scheduler) : null;
	}

	private @Nullable CachedSession usable(@Nullable CachedSession previous) {
		return (previous != null && previous.isUsable(this.scheduler.now())) ? previous : null;
	}

	@Override
	public Result acquire(@Nullable CachedSession previous, ConnectCredentials credentials, long deadlineNanos) {
		return acquire(previous, credentials, deadlineNanos, () -> true);
	}

	@Override
	public Result acquire(@Nullable CachedSession previous, ConnectCredentials credentials, long deadlineNanos,
			BooleanSupplier mayRepeat) {
		if (this.polling != null) {
			this.polling.setCredentials(credentials);
		}
		CachedSession usable = usable(previous);
		Request request = new Request(credentials, (usable != null) ? usable.session() : null,
				usable != null && usable.isUrgent(this.scheduler.now()), takeForced(), deadlineNanos);
		try {
			Result result = result(this.shared.acquire(request, (claimed) -> login(previous, credentials, deadlineNanos,
					() -> mayRepeat.getAsBoolean() && claimed.getAsBoolean())), this.scheduler);
			this.forced = false;
			return result;
		}
		catch (ConnectUnavailableException ex) {
			if (request.current() != null && !request.isUrgent() && ex.isNotSent() && !this.shared.isStoreAvailable()) {
				throw new RenewalPostponedException(ex);
			}
			throw ex;
		}
		finally {
			if (this.polling != null) {
				this.polling.schedule();
			}
		}
	}

	private boolean takeForced() {
		boolean current = this.forced;
		this.forced = false;
		return current;
	}

	private Acquired login(@Nullable CachedSession previous, ConnectCredentials credentials, long deadlineNanos,
			BooleanSupplier mayRepeat) {
		Result result = this.remote.acquire(previous, credentials, deadlineNanos, mayRepeat);
		return new Acquired(result.session(), result.renewed(), false, result.sentAt().nanos());
	}

	private static Result result(Acquired acquired, SessionScheduler scheduler) {
		ClockReading now = scheduler.now();
		long ageMillis = TimeUnit.NANOSECONDS.toMillis(now.nanos() - acquired.issuedNanos());
		return new Result(acquired.session(), acquired.renewed(), acquired.adopted(),
				new ClockReading(acquired.issuedNanos(), now.millis() - ageMillis));
	}

	@Override
	public void rejected(Secret token) {
		this.shared.report(token);
	}

	@Override
	public void accepted(Secret token) {
		this.shared.accept(token);
	}

	@Override
	public void force() {
		this.forced = true;
	}

	@Override
	public ConnectSessionSnapshot.Sharing sharing() {
		return new ConnectSessionSnapshot.Sharing(this.shared.isOwn(), this.shared.isStoreAvailable());
	}

	/** Set what uses the sessions that are found by polling. */
	void setStateMachine(SessionStateMachine stateMachine) {
		if (this.polling != null) {
			this.polling.stateMachine = stateMachine;
		}
	}

	/** Start or stop polling. It does not start before the first acquisition. */
	void setPolling(boolean enabled) {
		if (this.polling != null) {
			this.polling.setEnabled(enabled);
		}
	}

	void close() {
		if (this.polling != null) {
			this.polling.close();
		}
	}

	/**
	 * The store of the sessions of one instance.
	 *
	 * @param sessions the sessions
	 * @param closing ends the threads
	 */
	record Store(SharedSessions sessions, Runnable closing) {

		static Store open(ConnectSessionManagerBuilder builder, SessionStore store, SharedSessionSettings settings,
				int maxThreads, SessionScheduler scheduler, @Nullable ClassLoader classLoader,
				SessionManagerFactory factory) {
			BoundedSessionStore bounded = new BoundedSessionStore(store, settings.connectTimeout(), settings.timeout(),
					maxThreads, classLoader);
			bounded.connect();
			// The threads of a scheduler of many managers may all wait for the claim of
			// one.
			ScheduledExecutorService claims = ConnectThreadFactory.platform("getty-connect-claim-", classLoader)
				.newTimer(SessionScheduler.KEEP_ALIVE);
			SharedSession.Server server = new SharedSession.Server(builder.client.baseUrl().toString(),
					builder.client.tokenUri().toString());
			SharedSession.Time time = new SharedSession.Time(factory.manualTime ? scheduler.timers() : claims,
					scheduler::nanos, factory.random, factory.sleeper::sleep);
			SharedSessions sessions = new SharedSessions(bounded, settings, server, builder.settings.expiryMargin(),
					new PolicyBackoff(new SessionPolicy(builder.settings, factory.random)), time);
			return new Store(sessions, () -> {
				claims.shutdownNow();
				bounded.close();
			});
		}

	}

	/**
	 * Polls the store for later sessions.
	 */
	static final class Polling {

		private static final double JITTER = 0.1;

		private final SharedSession shared;

		private final SessionScheduler scheduler;

		private final Duration interval;

		private final DoubleSupplier random;

		private final Runnable closing;

		private volatile @Nullable ConnectCredentials credentials;

		private volatile @Nullable SessionStateMachine stateMachine;

		private @Nullable Future<?> next;

		private boolean enabled = true;

		/**
		 * Number of the next poll. A poll that runs while it changes has no successor.
		 */
		private long number;

		private boolean closed;

		Polling(SharedSession shared, SessionScheduler scheduler, Duration interval, DoubleSupplier random,
				Runnable closing) {
			this.shared = shared;
			this.scheduler = scheduler;
			this.interval = interval;
			this.random = random;
			this.closing = closing;
		}

		synchronized void setCredentials(ConnectCredentials credentials) {
			this.credentials = this.closed ? null : credentials;
		}

		synchronized void setEnabled(boolean enabled) {
			this.enabled = enabled && !this.closed;
			this.number++;
			if (this.next != null) {
				this.next.cancel(false);
				this.next = null;
			}
			if (this.credentials != null) {
				schedule();
			}
		}

		synchronized void schedule() {
			if (!this.enabled || this.next != null) {
				return;
			}
			double jitter = 1 + JITTER * (2 * this.random.getAsDouble() - 1);
			long current = ++this.number;
			try {
				this.next = this.scheduler.timers()
					.schedule(() -> poll(current), (long) (this.interval.toNanos() * jitter), TimeUnit.NANOSECONDS);
			}
			catch (RejectedExecutionException | Error ex) {
				// An acquisition reads the store as well.
				this.next = null;
			}
		}

		private void poll(long current) {
			try {
				SessionStateMachine target = this.stateMachine;
				ConnectCredentials used = this.credentials;
				if (target != null && used != null) {
					poll(target, used);
				}
			}
			finally {
				pollAgain(current);
			}
		}

		private void poll(SessionStateMachine target, ConnectCredentials used) {
			SessionState seen = target.state();
			CachedSession session = seen.session();
			Acquired adopted = this.shared.poll(used,
					(session != null && session.isUsable(this.scheduler.now())) ? session.session() : null);
			if (adopted != null) {
				target.adopt(result(adopted, this.scheduler), used, seen.generation());
			}
		}

		private synchronized void pollAgain(long current) {
			if (current == this.number) {
				this.next = null;
				schedule();
			}
		}

		private synchronized void stop() {
			this.closed = true;
			setEnabled(false);
			this.credentials = null;
		}

		void close() {
			stop();
			this.shared.close();
			this.closing.run();
		}

	}

	record PolicyBackoff(SessionPolicy policy) implements SharedBackoff {

		@Override
		public Duration afterFailure(ConnectApiException failure, int failures, int rejections) {
			return this.policy.afterFailure(failure, failures, rejections);
		}

		@Override
		public Duration afterLostAttempts(int attempts) {
			return this.policy.afterLostAttempts(attempts);
		}

	}

}
