package io.github.connectapi.session;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.ConnectThreadFactory;
import io.github.connectapi.Secret;
import io.github.connectapi.retry.Sleeper;
import io.github.connectapi.store.BoundedSessionStore;
import io.github.connectapi.store.SessionStore;
import io.github.connectapi.store.SharedBackoff;
import io.github.connectapi.store.SharedSession;
import io.github.connectapi.store.SharedSession.Acquired;
import io.github.connectapi.store.SharedSession.Request;
import io.github.connectapi.store.SharedSessionSettings;

/**
 * Acquires a session that other instances share, and polls their store for later
 * sessions. Thread-safe.
 */
final class SharedSessionAcquirer implements SessionAcquirer {

	private static final double POLL_JITTER = 0.1;

	private final SessionAcquirer remote;

	private final SharedSession shared;

	private final SessionScheduler scheduler;

	private final ScheduledExecutorService timer;

	private final Duration pollInterval;

	private final DoubleSupplier random;

	private final Runnable closing;

	private volatile @Nullable ConnectCredentials credentials;

	private volatile boolean forced;

	private @Nullable Future<?> nextPoll;

	private volatile @Nullable SessionStateMachine stateMachine;

	private boolean polling = true;

	/** Number of the next poll. A poll that runs while it changes has no successor. */
	private long pollNumber;

	private boolean closed;

	SharedSessionAcquirer(SessionAcquirer remote, SharedSession shared, SessionScheduler scheduler,
			ScheduledExecutorService timer, Duration pollInterval, DoubleSupplier random, Runnable closing) {
		this.remote = remote;
		this.shared = shared;
		this.scheduler = scheduler;
		this.timer = timer;
		this.pollInterval = pollInterval;
		this.random = random;
		this.closing = closing;
	}

	/** All types of the store are used here, so that they are only loaded if needed. */
	static SharedSessionAcquirer create(SessionAcquirer remote, ConnectSessionManagerBuilder builder,
			SessionStore store, SharedSessionSettings settings, SessionScheduler scheduler,
			@Nullable ClassLoader classLoader, DoubleSupplier random, Sleeper sleeper, boolean manualTime) {
		BoundedSessionStore bounded = new BoundedSessionStore(store, settings.connectTimeout(), settings.timeout(),
				classLoader);
		bounded.connect();
		// The threads of a scheduler of many managers may all wait for the claim of one.
		ScheduledExecutorService claims = ConnectThreadFactory.platform("getty-connect-claim-", classLoader)
			.newTimer(SessionScheduler.KEEP_ALIVE);
		ScheduledExecutorService timer = scheduler.timers();
		SharedSession session = new SharedSession(bounded, settings,
				new SharedSession.Server(builder.client.baseUrl().toString(), builder.client.tokenUri().toString()),
				builder.settings.expiryMargin(), new PolicyBackoff(new SessionPolicy(builder.settings, random)),
				new SharedSession.Time(manualTime ? timer : claims, scheduler::nanos, random, sleeper::sleep));
		return new SharedSessionAcquirer(remote, session, scheduler, timer, settings.pollInterval(), random, () -> {
			claims.shutdownNow();
			bounded.close();
		});
	}

	@Override
	public Result acquire(@Nullable CachedSession previous, ConnectCredentials credentials, long deadlineNanos) {
		setCredentials(credentials);
		ClockReading now = this.scheduler.now();
		CachedSession usable = (previous != null && previous.isUsable(now)) ? previous : null;
		Request request = new Request(credentials, (usable != null) ? usable.session() : null,
				usable != null && usable.isUrgent(now), takeForced(), deadlineNanos);
		try {
			Result result = result(this.shared.acquire(request,
					(mayRepeat) -> login(previous, credentials, deadlineNanos, mayRepeat)));
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
			schedulePoll();
		}
	}

	private synchronized void setCredentials(ConnectCredentials credentials) {
		this.credentials = this.closed ? null : credentials;
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

	private Result result(Acquired acquired) {
		ClockReading now = this.scheduler.now();
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

	ConnectSessionSnapshot.Sharing sharing() {
		return new ConnectSessionSnapshot.Sharing(this.shared.isOwn(), this.shared.isStoreAvailable());
	}

	/** Set what uses the sessions that are found by polling. */
	synchronized void setStateMachine(SessionStateMachine stateMachine) {
		this.stateMachine = stateMachine;
	}

	/** Start or stop polling. It does not start before the first acquisition. */
	synchronized void setPolling(boolean polling) {
		this.polling = polling && !this.closed;
		this.pollNumber++;
		if (this.nextPoll != null) {
			this.nextPoll.cancel(false);
			this.nextPoll = null;
		}
		if (this.credentials != null) {
			schedulePoll();
		}
	}

	private synchronized void schedulePoll() {
		if (!this.polling || this.nextPoll != null) {
			return;
		}
		double jitter = 1 + POLL_JITTER * (2 * this.random.getAsDouble() - 1);
		long number = ++this.pollNumber;
		try {
			this.nextPoll = this.timer.schedule(() -> poll(number), (long) (this.pollInterval.toNanos() * jitter),
					TimeUnit.NANOSECONDS);
		}
		catch (RejectedExecutionException | Error ex) {
			// An acquisition reads the store as well.
			this.nextPoll = null;
		}
	}

	private void poll(long number) {
		try {
			SessionStateMachine target = this.stateMachine;
			ConnectCredentials current = this.credentials;
			if (target != null && current != null) {
				poll(target, current);
			}
		}
		finally {
			pollAgain(number);
		}
	}

	private void poll(SessionStateMachine target, ConnectCredentials current) {
		SessionState seen = target.state();
		CachedSession session = seen.session();
		Acquired adopted = this.shared.poll(current,
				(session != null && session.isUsable(this.scheduler.now())) ? session.session() : null);
		if (adopted != null) {
			target.adopt(result(adopted), current, seen.generation());
		}
	}

	private synchronized void pollAgain(long number) {
		if (number == this.pollNumber) {
			this.nextPoll = null;
			schedulePoll();
		}
	}

	private synchronized void stop() {
		this.closed = true;
		setPolling(false);
		this.credentials = null;
	}

	void close() {
		stop();
		this.shared.close();
		this.closing.run();
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
