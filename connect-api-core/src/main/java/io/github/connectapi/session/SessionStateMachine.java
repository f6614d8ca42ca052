package io.github.connectapi.session;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectCredentialsProvider;
import io.github.connectapi.ConnectInterruptedException;
import io.github.connectapi.Secret;
import io.github.connectapi.observation.ConnectObservations;
import io.github.connectapi.session.SessionState.ActiveAcquisition;

/**
 * State machine of a manager, and the only holder of the session state: an immutable
 * state that is replaced as a whole by compare-and-set, without a lock. The policy
 * decides, and the state machine executes its decisions. There is at most one acquisition
 * at a time, on a thread of the manager.
 */
final class SessionStateMachine {

	/** Delay after the deadline, so that a timeout of the client is reported first. */
	private static final Duration WATCHDOG_DELAY = Duration.ofMillis(100);

	/** Delay after an interrupt, so that code that interrupts its thread cannot spin. */
	private static final Duration INTERRUPTED_DELAY = Duration.ofSeconds(1);

	/** Delay of a renewal that has to wait for the store of a shared session. */
	private static final Duration POSTPONEMENT = Duration.ofSeconds(10);

	private static final AtomicReferenceFieldUpdater<SessionStateMachine, SessionState> STATE = AtomicReferenceFieldUpdater
		.newUpdater(SessionStateMachine.class, SessionState.class, "state");

	private volatile SessionState state;

	private final SessionPolicy policy;

	private final ConnectCredentialsProvider provider;

	private final SessionAcquirer acquirer;

	private final Duration acquisitionTimeout;

	private final SessionScheduler scheduler;

	private final SessionEventPublisher events;

	private final ConnectObservations observations;

	SessionStateMachine(SessionPolicy policy, ConnectCredentialsProvider provider, SessionAcquirer acquirer,
			Duration acquisitionTimeout, SessionScheduler scheduler, SessionEventPublisher events,
			ConnectObservations observations) {
		this.policy = policy;
		this.provider = provider;
		this.acquirer = acquirer;
		this.acquisitionTimeout = acquisitionTimeout;
		this.scheduler = scheduler;
		this.events = events;
		this.observations = observations;
		this.state = SessionState.initial(scheduler.now());
	}

	SessionState state() {
		return this.state;
	}

	/** Return whether a caller has to wait for an acquisition, or for a new one. */
	boolean isAcquisitionNeeded() {
		return this.policy.decide(updateAge(), this.scheduler.now()) == SessionPolicy.Decision.ACQUIRE;
	}

	/** Look up the session, and start its acquisition or renewal if necessary. */
	SessionLookup lookup() {
		while (true) {
			SessionState seen = updateAge();
			ClockReading now = this.scheduler.now();
			SessionPolicy.Decision decision = this.policy.decide(seen, now);
			if (decision == SessionPolicy.Decision.FAIL_FAST) {
				throw SessionFailures.refused(seen, now);
			}
			if (decision == SessionPolicy.Decision.USE) {
				return Objects.requireNonNull(seen.session());
			}
			PendingAcquisition pending = (seen.acquisition() != null) ? seen.acquisition().pending()
					: start(seen, SessionState.Phase.REQUESTING, false);
			// A renewal may take time to start, so the session is looked up again.
			if (pending != null && decision == SessionPolicy.Decision.ACQUIRE) {
				return pending;
			}
		}
	}

	// Stored even if the clock is set back: the computed age must never decrease.
	private SessionState updateAge() {
		for (SessionState seen = this.state;; seen = this.state) {
			ClockReading now = this.scheduler.now();
			SessionState aged = seen.withAge(now);
			if (STATE.compareAndSet(this, seen, aged)) {
				this.events.expired(seen, now);
				return aged;
			}
		}
	}

	boolean invalidate(Secret token) {
		ClockReading now = this.scheduler.now();
		if (!this.state.acceptsReport(token, now)) {
			return false;
		}
		// Before another acquisition can start, which must not return the token again.
		this.acquirer.rejected(token);
		SessionState before = STATE.getAndUpdate(this, (seen) -> seen.invalidated(token, now));
		boolean accepted = before.acceptsReport(token, now);
		if (accepted) {
			this.events.invalidated(before.generation(), now);
			startIfDue(false);
		}
		return accepted;
	}

	void renew() {
		SessionState seen = updateAge();
		while (this.policy.mayAcquire(seen, this.scheduler.now())
				&& start(seen, SessionState.Phase.REQUESTING, false) == null) {
			seen = updateAge();
		}
	}

	void reset() {
		ClockReading now = this.scheduler.now();
		SessionState before = STATE.getAndUpdate(this, (seen) -> seen.reset(now));
		if (before.backoff() != null) {
			this.events.reset(before.generation(), now);
			this.acquirer.force();
			renew();
		}
	}

	/** Return whether it was open. */
	boolean close() {
		ClockReading now = this.scheduler.now();
		SessionState before = STATE.getAndUpdate(this, (seen) -> seen.closed(now));
		if (before.isClosed()) {
			return false;
		}
		before.acquisitions().map(ActiveAcquisition::pending).forEach((pending) -> {
			pending.fail(SessionFailures.closed());
			pending.interrupt();
		});
		this.scheduler.close();
		this.events.closed(before.generation(), now);
		before.acquisitions().forEach((each) -> SessionLog.closed(each, this.provider));
		return true;
	}

	private void onTimer() {
		startIfDue(true);
	}

	/** Start a background acquisition if one is due, or else schedule the next check. */
	private void startIfDue(boolean timer) {
		SessionState seen;
		SessionState.Phase phase;
		do {
			seen = updateAge();
			phase = this.policy.backgroundPhase(seen, this.scheduler.now());
		}
		while (phase != null && start(seen, phase, timer) == null);
		if (phase == null) {
			schedule();
		}
	}

	// The timer must not remain set for a state that was replaced in the meantime.
	private void schedule() {
		SessionState seen;
		do {
			seen = this.state;
			this.scheduler.setTimer(this.policy.nextDelay(seen, this.scheduler.now()), this::onTimer);
		}
		while (!seen.equals(this.state));
	}

	/**
	 * Return null if the state has changed. If it cannot start, the acquisition fails.
	 */
	private @Nullable PendingAcquisition start(SessionState seen, SessionState.Phase phase, boolean timer) {
		PendingAcquisition pending = new PendingAcquisition();
		// Read before, because a clock that throws must not leave an acquisition behind.
		long deadlineNanos = this.scheduler.nanos() + this.acquisitionTimeout.toNanos();
		if (!STATE.compareAndSet(this, seen, seen.started(pending, phase))) {
			return null;
		}
		if (timer && this.scheduler.isSuspended()) {
			// Suspended while the timer runs, so the resume starts it instead.
			release(pending, Duration.ZERO, null);
			return pending;
		}
		try {
			if (this.policy.isBlocked(seen)) {
				throw SessionFailures.blocked(seen.abandoned(), this.provider);
			}
			Future<?> watchdog = this.scheduler.schedule(() -> abandon(pending),
					this.acquisitionTimeout.plus(WATCHDOG_DELAY));
			Runnable task = this.observations.wrap(() -> acquire(pending, seen.generation(), deadlineNanos, watchdog));
			this.scheduler.execute(() -> pending.run(task));
		}
		catch (RuntimeException | Error ex) {
			fail(pending, SessionFailures.of(ex), null);
		}
		return pending;
	}

	private void acquire(PendingAcquisition pending, int generation, long deadlineNanos, Future<?> watchdog) {
		ConnectCredentials credentials = null;
		Duration delay = Duration.ZERO;
		ConnectApiException interruption = null;
		try {
			boolean interrupted = Thread.currentThread().isInterrupted();
			credentials = credentials();
			if (!interrupted) {
				pending.clearForeignInterrupt();
			}
			if (!mayContinue(this.state, pending, credentials)) {
				return;
			}
			if (this.state.generation() != generation && isSessionOf(credentials) && keep(pending, Duration.ZERO)) {
				// A session of another instance was adopted in the meantime.
				return;
			}
			STATE.updateAndGet(this, (seen) -> seen.exchanging(pending));
			SessionAcquirer.Result acquired = this.acquirer.acquire(this.state.session(), credentials, deadlineNanos);
			if (!complete(pending, acquired, credentials)) {
				this.acquirer.rejected(acquired.session().token());
				complete(pending, this.acquirer.acquire(null, credentials, deadlineNanos), credentials);
			}
		}
		catch (SessionAcquirer.RenewalPostponedException ex) {
			if (!keep(pending, POSTPONEMENT)) {
				fail(pending, ex.failure(), credentials);
			}
		}
		catch (ConnectInterruptedException ex) {
			// Not an outage, so there is no back-off.
			interruption = SessionFailures.interrupted(ex);
			delay = INTERRUPTED_DELAY;
		}
		catch (Throwable ex) {
			fail(pending, SessionFailures.of(ex), credentials);
		}
		finally {
			watchdog.cancel(false);
			release(pending, delay, interruption);
		}
	}

	private boolean isSessionOf(ConnectCredentials credentials) {
		CachedSession session = this.state.session();
		return session != null && session.credentials().equals(credentials);
	}

	private ConnectCredentials credentials() {
		try {
			return Objects.requireNonNull(this.provider.getCredentials(), "no credentials");
		}
		catch (RuntimeException ex) {
			throw SessionFailures.ofProvider(ex);
		}
	}

	// A probe that finds the rejected credentials again sends nothing.
	private boolean mayContinue(SessionState seen, PendingAcquisition pending, ConnectCredentials credentials) {
		boolean unchanged = seen.isIn(SessionState.Phase.PROBING)
				&& this.policy.isBackingOff(seen, credentials, this.scheduler.now());
		return !unchanged && this.state.isActive(pending);
	}

	/** Return false if the renewed session was invalidated in the meantime. */
	private boolean complete(PendingAcquisition pending, SessionAcquirer.Result acquired,
			ConnectCredentials credentials) {
		while (true) {
			SessionState seen = this.state;
			if (!seen.isActive(pending)) {
				return true;
			}
			if (acquired.renewed() && seen.session() == null) {
				return false;
			}
			ClockReading now = this.scheduler.now();
			CachedSession session = this.policy.cache(acquired, credentials, seen.generation() + 1, now);
			if (!session.isUsable(now)) {
				throw SessionFailures.tooLate();
			}
			if (STATE.compareAndSet(this, seen, seen.acquired(session, acquired, now))) {
				schedule();
				pending.complete(session.session());
				this.events.acquired(seen, session, acquired, now);
				return true;
			}
		}
	}

	/**
	 * End an acquisition, and keep the session. Return false if there is no valid one, or
	 * if an acquisition has failed since the last success.
	 */
	private boolean keep(PendingAcquisition pending, Duration delay) {
		for (SessionState seen = this.state; seen.isActive(pending); seen = this.state) {
			ClockReading now = this.scheduler.now();
			CachedSession session = seen.session();
			if (session == null || !session.isUsable(now) || seen.backoff() != null) {
				return false;
			}
			if (STATE.compareAndSet(this, seen, seen.with(session.withRenewalAfter(delay, now), null, null))) {
				schedule();
				pending.complete(session.session());
				return true;
			}
		}
		return true;
	}

	/**
	 * Use a session of another instance, unless this manager is closed, or its session
	 * has changed in the meantime.
	 */
	void adopt(SessionAcquirer.Result adopted, ConnectCredentials credentials, int generation) {
		for (SessionState seen = this.state; !seen.isClosed() && seen.generation() == generation; seen = this.state) {
			ClockReading now = this.scheduler.now();
			CachedSession session = this.policy.cache(adopted, credentials, seen.generation() + 1, now);
			if (!session.isUsable(now)) {
				return;
			}
			if (STATE.compareAndSet(this, seen, seen.adopted(session, adopted, now))) {
				schedule();
				this.events.acquired(seen, session, adopted, now);
				return;
			}
		}
	}

	private void fail(PendingAcquisition pending, ConnectApiException failure,
			@Nullable ConnectCredentials credentials) {
		fail(pending, failure, credentials, false);
	}

	/** Fail the acquisition at its deadline. Its result is discarded. */
	private void abandon(PendingAcquisition pending) {
		ActiveAcquisition acquisition = this.state.acquisition();
		if (acquisition != null && acquisition.pending() == pending) {
			fail(pending, SessionFailures.timedOut(this.acquisitionTimeout, acquisition, this.provider), null, true);
			pending.interrupt();
		}
	}

	private void fail(PendingAcquisition pending, ConnectApiException failure, @Nullable ConnectCredentials credentials,
			boolean abandoned) {
		for (SessionState seen = this.state; seen.isActive(pending); seen = this.state) {
			ClockReading now = this.scheduler.now();
			BackoffState backoff = this.policy.backoff(seen, failure, credentials, now);
			SessionState failed = abandoned ? seen.abandoned(backoff, now) : seen.failed(backoff, now);
			if (STATE.compareAndSet(this, seen, failed)) {
				schedule();
				pending.fail(failure);
				this.events.failed(seen, backoff, now);
				return;
			}
		}
	}

	/**
	 * Fail callers that still wait, and start the next acquisition when it is due. The
	 * acquisition is removed first, so that no later caller gets its failure.
	 */
	private void release(PendingAcquisition pending, Duration delay, @Nullable ConnectApiException failure) {
		ClockReading now = this.scheduler.now();
		SessionState before = STATE.getAndUpdate(this, (seen) -> seen.released(pending, now));
		if (!pending.isDone()) {
			pending.fail((failure != null) ? failure : SessionFailures.refused(before, now));
		}
		if (before.isActive(pending)) {
			this.scheduler.setTimer(delay, this::onTimer);
		}
	}

}
