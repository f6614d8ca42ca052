package io.github.connectapi.session;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectInterruptedException;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.Internal;
import io.github.connectapi.Secret;
import io.github.connectapi.session.SessionState.ActiveAcquisition;

import io.github.connectapi.session.SessionOwner.CredentialsIdentity;
import io.github.connectapi.session.SessionState.BackoffState;

/**
 * State machine of a session, and the only holder of its state: an immutable state that
 * is replaced as a whole by compare-and-set, without a lock. The policy decides, and the
 * state machine executes its decisions. There is at most one acquisition at a time, on
 * threads of the owner. Thread-safe.
 */
@Internal
public final class SessionStateMachine {

	/** Delay after the deadline, so that a timeout of the client is reported first. */
	private static final Duration WATCHDOG_DELAY = Duration.ofMillis(100);

	/** Delay after an interrupt, so that code that interrupts its thread cannot spin. */
	private static final Duration INTERRUPTED_DELAY = Duration.ofSeconds(1);

	/** Delay of a renewal that has to wait for the store of a shared session. */
	private static final Duration POSTPONEMENT = Duration.ofSeconds(10);

	private static final AtomicReferenceFieldUpdater<SessionStateMachine, SessionState> STATE = AtomicReferenceFieldUpdater
		.newUpdater(SessionStateMachine.class, SessionState.class, "state");

	private volatile SessionState state;

	private final SessionGroup group;

	private final SessionAcquirer acquirer;

	private final SessionOwner owner;

	SessionStateMachine(SessionGroup group, SessionAcquirer acquirer, SessionOwner owner, SessionState initial) {
		this.group = group;
		this.acquirer = acquirer;
		this.owner = owner;
		this.state = initial;
	}

	SessionState state() {
		return this.state;
	}

	/**
	 * Return the session if it is fresh. Needs one volatile read and one comparison.
	 * @param millis the wall clock in milliseconds
	 * @return the session; null if it must be looked up
	 */
	public @Nullable ConnectSession freshSession(long millis) {
		CachedSession session = this.state.session();
		return (session != null && session.isFresh(millis)) ? session.session() : null;
	}

	/** Return whether a caller has to wait for an acquisition, or for a new one. */
	boolean isAcquisitionNeeded() {
		return this.group.policy.decide(updateAge(), now()) == SessionPolicy.Decision.ACQUIRE;
	}

	/**
	 * Look up the session, and start its acquisition or renewal if necessary. Return null
	 * if this state machine has ended.
	 */
	@Nullable Lookup lookup() {
		while (true) {
			SessionState seen = updateAge();
			ClockReading now = now();
			SessionPolicy.Decision decision = this.group.policy.decide(seen, now);
			if (decision == SessionPolicy.Decision.FAIL_FAST) {
				if (seen.isEnded()) {
					return null;
				}
				probe(seen, now);
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
			if (pending != null && pending.isDone() && !this.owner.hasTimer()) {
				// It was refused, so that another one would be, too.
				return Objects.requireNonNull(seen.session());
			}
		}
	}

	// Without a timer, callers have to detect that the credentials were corrected.
	private void probe(SessionState seen, ClockReading now) {
		SessionState.Phase phase = this.group.policy.backgroundPhase(seen, now);
		if (phase != null && !this.owner.hasTimer()) {
			start(seen, phase, false);
		}
	}

	private ClockReading now() {
		return this.group.scheduler.now();
	}

	// Stored even if the clock is set back: the computed age must never decrease.
	private SessionState updateAge() {
		for (SessionState seen = this.state;; seen = this.state) {
			ClockReading now = now();
			SessionState aged = seen.withAge(now);
			if (STATE.compareAndSet(this, seen, aged)) {
				SessionEvents.expired(seen, now, this.owner::onEvent);
				return aged;
			}
		}
	}

	/**
	 * Report that the server rejected a token.
	 * @param token the token
	 * @return whether the report was accepted
	 */
	public boolean invalidate(Secret token) {
		ClockReading now = now();
		if (!this.state.acceptsReport(token, now)) {
			return false;
		}
		// Before another acquisition can start, which must not return the token again.
		this.acquirer.rejected(token);
		SessionState before = STATE.getAndUpdate(this, (seen) -> seen.invalidated(token, now));
		boolean accepted = before.acceptsReport(token, now);
		if (accepted) {
			this.owner.onEvent(new ConnectSessionEvent.Invalidated(now.instant(), before.generation()));
			startIfDue(false);
		}
		return accepted;
	}

	/**
	 * Start an acquisition, unless one is running or the session is backing off.
	 */
	public void renew() {
		SessionState seen = updateAge();
		while (this.group.policy.mayAcquire(seen, now()) && start(seen, SessionState.Phase.REQUESTING, false) == null) {
			seen = updateAge();
		}
	}

	/**
	 * Forget failures and reports, and start an acquisition if the last one failed.
	 */
	public void reset() {
		ClockReading now = now();
		SessionState before = STATE.getAndUpdate(this, (seen) -> seen.reset(now));
		if (before.backoff() != null) {
			this.owner.onEvent(new ConnectSessionEvent.Reset(now.instant(), before.generation()));
			this.acquirer.force();
			renew();
		}
	}

	/** Return whether it was open. */
	boolean close() {
		ClockReading now = now();
		SessionState before = STATE.getAndUpdate(this, (seen) -> seen.closed(now));
		if (before.isClosed()) {
			return false;
		}
		before.acquisitions().map(ActiveAcquisition::pending).forEach((pending) -> {
			pending.fail(SessionFailures.closed());
			pending.interrupt();
		});
		this.owner.close();
		this.owner.onEvent(new ConnectSessionEvent.Closed(now.instant(), before.generation()));
		before.acquisitions().forEach((each) -> SessionLog.closed(each, this.owner.providerName()));
		return true;
	}

	/**
	 * Report that the server accepted a token.
	 * @param token the token
	 */
	public void confirm(Secret token) {
		this.acquirer.accepted(token);
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
			phase = this.group.policy.backgroundPhase(seen, now());
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
			this.owner.setTimer(this.group.policy.nextDelay(seen, now()), this::onTimer);
		}
		while (!seen.equals(this.state));
	}

	/**
	 * Return null if the state has changed. If it cannot start, the acquisition fails.
	 */
	private @Nullable PendingAcquisition start(SessionState seen, SessionState.Phase phase, boolean timer) {
		PendingAcquisition pending = new PendingAcquisition();
		// Read before, because a clock that throws must not leave an acquisition behind.
		long deadlineNanos = this.group.scheduler.nanos() + this.group.acquisitionTimeout.toNanos();
		if (!STATE.compareAndSet(this, seen, seen.started(pending, phase))) {
			return null;
		}
		if (timer && this.owner.isSuspended()) {
			// Suspended while the timer runs, so the resume starts it instead.
			release(pending, Duration.ZERO, null);
			return pending;
		}
		try {
			if (this.group.policy.isBlocked(seen)) {
				throw SessionFailures.blocked(seen.abandoned(), this.owner.providerName());
			}
			pending.setWatchdog(this.group.scheduler.schedule(() -> abandon(pending),
					this.group.acquisitionTimeout.plus(WATCHDOG_DELAY)));
			new Acquisition(seen, pending, deadlineNanos).start();
		}
		catch (RuntimeException | Error ex) {
			fail(pending, SessionFailures.of(ex), null, false);
		}
		return pending;
	}

	private boolean isSessionOf(ConnectCredentials credentials) {
		CachedSession session = this.state.session();
		return session != null && session.credentials().isOf(credentials);
	}

	private ConnectCredentials credentials() {
		try {
			return Objects.requireNonNull(this.owner.getCredentials(), "no credentials");
		}
		catch (SessionOwner.MissingCredentialsException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			throw SessionFailures.ofProvider(ex);
		}
	}

	// A probe that finds the rejected credentials again sends nothing.
	private boolean mayContinue(SessionState seen, PendingAcquisition pending, ConnectCredentials credentials) {
		boolean unchanged = seen.isIn(SessionState.Phase.PROBING)
				&& this.group.policy.isBackingOff(seen, credentials, now());
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
			ClockReading now = now();
			CachedSession session = this.group.policy.cache(acquired, this.owner.identify(credentials),
					seen.generation() + 1, now);
			if (!session.isUsable(now)) {
				throw SessionFailures.tooLate();
			}
			if (STATE.compareAndSet(this, seen, seen.acquired(session, acquired, now))) {
				schedule();
				pending.complete(session.session());
				SessionEvents.acquired(seen, session, acquired, now, this.owner::onEvent);
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
			ClockReading now = now();
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
			ClockReading now = now();
			CachedSession session = this.group.policy.cache(adopted, this.owner.identify(credentials),
					seen.generation() + 1, now);
			if (!session.isUsable(now)) {
				return;
			}
			if (STATE.compareAndSet(this, seen, seen.adopted(session, adopted, now))) {
				schedule();
				SessionEvents.acquired(seen, session, adopted, now, this.owner::onEvent);
				return;
			}
		}
	}

	/** Fail the acquisition at its deadline. Its result is discarded. */
	private void abandon(PendingAcquisition pending) {
		ActiveAcquisition acquisition = this.state.acquisition();
		if (acquisition == null || acquisition.pending() != pending) {
			return;
		}
		if (pending.cancel()) {
			release(pending, Duration.ZERO, SessionFailures.notStarted(this.group.acquisitionTimeout));
			return;
		}
		fail(pending, SessionFailures.timedOut(this.group.acquisitionTimeout, acquisition, this.owner.providerName()),
				null, true);
		pending.interrupt();
		pending.abandon();
	}

	/** Remove an acquisition for which nobody waits any more, unless it has started. */
	void withdraw(PendingAcquisition pending) {
		if (pending.cancel()) {
			pending.withdraw();
			release(pending, Duration.ZERO, null);
		}
	}

	/**
	 * End this state machine if no acquisition is running. Its session is not used any
	 * more.
	 * @param consumer what takes the memory of this state machine before it ends; it may
	 * be called more than once
	 * @return whether it ended
	 */
	public boolean evict(Consumer<Memory> consumer) {
		SessionState seen = this.state;
		if (seen.isClosed() || seen.acquisitions().findAny().isPresent()) {
			return false;
		}
		consumer.accept(Memory.of(seen));
		return STATE.compareAndSet(this, seen, SessionState.ENDED);
	}

	/**
	 * End this state machine. An acquisition is interrupted, and its result discarded.
	 * @param failure what waiting callers get
	 * @param consumer what takes the memory of this state machine before it ends; it may
	 * be called more than once
	 */
	public void end(ConnectApiException failure, Consumer<Memory> consumer) {
		SessionState seen;
		do {
			seen = this.state;
			if (seen.isClosed()) {
				return;
			}
			consumer.accept(Memory.of(seen));
		}
		while (!STATE.compareAndSet(this, seen, SessionState.ENDED));
		seen.acquisitions().map(ActiveAcquisition::pending).forEach((pending) -> {
			pending.cancelWatchdog();
			pending.cancel();
			pending.fail(failure);
			pending.interrupt();
			pending.abandon();
		});
	}

	/**
	 * Return a snapshot of the state.
	 * @return the snapshot
	 */
	public ConnectSessionSnapshot snapshot() {
		return ConnectSessionSnapshot.of(this.state, now(), this.acquirer.sharing());
	}

	/**
	 * Return whether it has ended, so that another one must be used.
	 * @return whether it has ended
	 */
	public boolean isEnded() {
		return this.state.isEnded();
	}

	/**
	 * Return whether an acquisition waits or runs.
	 * @return whether there is an acquisition
	 */
	public boolean isAcquiring() {
		return this.state.acquisition() != null;
	}

	/**
	 * Return whether the session is not the one that other instances share.
	 * @return whether it is this instance's own; false if sessions are not shared
	 */
	public boolean isOwn() {
		ConnectSessionSnapshot.Sharing sharing = this.acquirer.sharing();
		return sharing != null && sharing.ownSession();
	}

	/**
	 * Return whether there is a session.
	 * @return the state
	 */
	public ConnectSessionSnapshot.State currentState() {
		SessionState seen = this.state;
		ClockReading now = now();
		return seen.status().next(seen, now).state();
	}

	/**
	 * Return what has to be remembered when this state machine ends.
	 * @return the memory; null if it has ended, because it was taken before
	 */
	public @Nullable Memory memory() {
		SessionState seen = this.state;
		return seen.isClosed() ? null : Memory.of(seen);
	}

	/**
	 * Wait for a running acquisition, and interrupt it if it takes longer.
	 * @param timeout how long to wait
	 * @param interruptTimeout how long to wait after the interrupt
	 */
	public void awaitAcquisition(Duration timeout, Duration interruptTimeout) {
		ActiveAcquisition acquisition = this.state.acquisition();
		if (acquisition != null && !acquisition.pending().endsWithin(timeout)) {
			acquisition.pending().interrupt();
			acquisition.pending().endsWithin(interruptTimeout);
		}
	}

	private void fail(PendingAcquisition pending, ConnectApiException failure, @Nullable ConnectCredentials credentials,
			boolean abandoned) {
		for (SessionState seen = this.state; seen.isActive(pending); seen = this.state) {
			ClockReading now = now();
			BackoffState backoff = this.group.policy.backoff(seen, failure, credentials, this.owner::identify, now);
			SessionState failed = abandoned ? seen.abandoned(backoff, now) : seen.failed(backoff, now);
			if (STATE.compareAndSet(this, seen, failed)) {
				schedule();
				pending.fail(failure);
				SessionEvents.failed(seen, backoff, now, this.owner::onEvent);
				return;
			}
		}
	}

	/**
	 * Fail callers that still wait, and start the next acquisition when it is due. The
	 * acquisition is removed first, so that no later caller gets its failure.
	 */
	private void release(PendingAcquisition pending, Duration delay, @Nullable ConnectApiException failure) {
		pending.cancelWatchdog();
		ClockReading now = now();
		SessionState before = STATE.getAndUpdate(this, (seen) -> seen.released(pending, now));
		if (!pending.isDone()) {
			pending.fail((failure != null) ? failure : SessionFailures.refused(before, now));
		}
		if (before.isActive(pending)) {
			this.owner.setTimer(delay, this::onTimer);
		}
	}

	/**
	 * An acquisition in two stages: the credentials, and the exchange.
	 */
	private final class Acquisition {

		private final SessionState before;

		private final PendingAcquisition pending;

		private final long deadlineNanos;

		private final boolean renewable;

		private final boolean failed;

		private @Nullable ConnectCredentials credentials;

		private @Nullable ConnectApiException failure;

		/** What callers get without a back-off of this session. */
		private @Nullable ConnectApiException refusal;

		Acquisition(SessionState before, PendingAcquisition pending, long deadlineNanos) {
			this.before = before;
			this.pending = pending;
			this.deadlineNanos = deadlineNanos;
			this.renewable = before.hasUsableSession(now());
			this.failed = before.backoff() != null;
		}

		void start() {
			this.pending.setTicket(1, SessionStateMachine.this.owner.requestCredentials(this.renewable, this.failed,
					new Stage(this, this::requestCredentials)));
		}

		private void requestCredentials() {
			boolean exchanging = false;
			Duration delay = Duration.ZERO;
			try {
				boolean interrupted = Thread.currentThread().isInterrupted();
				ConnectCredentials current = credentials();
				this.credentials = current;
				if (!interrupted) {
					this.pending.clearForeignInterrupt();
				}
				SessionState seen = SessionStateMachine.this.state;
				if (!mayContinue(seen, this.pending, current)) {
					return;
				}
				if (seen.generation() != this.before.generation() && isSessionOf(current)
						&& keep(this.pending, Duration.ZERO)) {
					// A session of another instance was adopted in the meantime.
					return;
				}
				if (adopt(current)) {
					return;
				}
				STATE.updateAndGet(SessionStateMachine.this, (state) -> state.exchanging(this.pending));
				this.pending.setTicket(2, SessionStateMachine.this.owner.exchange(this.renewable, this.failed, current,
						new Stage(this, () -> exchange(current))));
				exchanging = true;
			}
			catch (SessionOwner.MissingCredentialsException ex) {
				this.refusal = ex.failure();
			}
			catch (ConnectInterruptedException ex) {
				this.refusal = SessionFailures.interrupted(ex);
				delay = INTERRUPTED_DELAY;
			}
			catch (Throwable ex) {
				failed(ex);
			}
			finally {
				if (!exchanging) {
					release(this.pending, delay, this.refusal);
				}
			}
		}

		/** Use a session of another instance, which needs no exchange. */
		private boolean adopt(ConnectCredentials current) {
			SessionAcquirer.Result adopted = SessionStateMachine.this.acquirer
				.adopt(SessionStateMachine.this.state.session(), current);
			return adopted != null && SessionStateMachine.this.owner.admit(current)
					&& SessionStateMachine.this.complete(this.pending, adopted, current);
		}

		private void exchange(ConnectCredentials current) {
			Duration delay = Duration.ZERO;
			try {
				if (!SessionStateMachine.this.state.isActive(this.pending)) {
					// Nothing is sent, so that this is no success either.
					this.failure = PendingAcquisition.interrupted();
					return;
				}
				acquire(current);
			}
			catch (SessionAcquirer.RenewalPostponedException ex) {
				if (!keep(this.pending, POSTPONEMENT)) {
					failed(ex.failure());
				}
			}
			catch (ConnectInterruptedException ex) {
				// Not an outage, so there is no back-off.
				this.refusal = SessionFailures.interrupted(ex);
				delay = INTERRUPTED_DELAY;
				this.failure = ex;
			}
			catch (Throwable ex) {
				failed(ex);
			}
			finally {
				release(this.pending, delay, this.refusal);
			}
		}

		private void acquire(ConnectCredentials current) {
			SessionAcquirer acquirer = SessionStateMachine.this.acquirer;
			SessionAcquirer.Result acquired = acquirer.acquire(SessionStateMachine.this.state.session(), current,
					this.deadlineNanos, () -> SessionStateMachine.this.owner.mayRepeat(current));
			if (acquired.adopted()) {
				// It says nothing about the server.
				this.failure = PendingAcquisition.interrupted();
			}
			else if (this.renewable && !acquired.renewed()) {
				SessionStateMachine.this.owner.createdInsteadOfRenewed();
			}
			if (!complete(this.pending, acquired, current)) {
				acquirer.rejected(acquired.session().token());
				complete(this.pending, acquirer.acquire(null, current, this.deadlineNanos), current);
			}
		}

		private void failed(Throwable ex) {
			ConnectApiException cause = SessionFailures.of(ex);
			this.failure = cause;
			SessionOwner sessionOwner = SessionStateMachine.this.owner;
			if (sessionOwner.isShared(cause)) {
				this.refusal = cause;
				return;
			}
			if (SessionStateMachine.this.state.isEnded()) {
				// A rejection counts even if the session was forgotten in the meantime.
				ClockReading now = now();
				sessionOwner.remember(Memory.of(this.before.failed(SessionStateMachine.this.group.policy
					.backoff(this.before, cause, this.credentials, sessionOwner::identify, now), now)));
			}
			fail(this.pending, cause, this.credentials, false);
		}

	}

	/**
	 * A stage of an acquisition, within the current observation.
	 */
	private final class Stage implements SessionOwner.Stage {

		private final Acquisition acquisition;

		private final Runnable task;

		Stage(Acquisition acquisition, Runnable task) {
			this.acquisition = acquisition;
			this.task = SessionStateMachine.this.group.observations.wrap(task);
		}

		@Override
		public @Nullable ConnectApiException run() {
			this.acquisition.pending.run(this.task);
			return this.acquisition.failure;
		}

		@Override
		public void refuse(ConnectApiException failure) {
			release(this.acquisition.pending, Duration.ZERO, failure);
		}

	}

	/**
	 * What is remembered of a state after its end. Times are those of the monotonic
	 * clock, in nanoseconds.
	 *
	 * @param failure the last failure; null if the last acquisition succeeded
	 * @param failedNanos the time of the last failure
	 * @param delayNanos the time after it without another acquisition
	 * @param failures the number of consecutive failures
	 * @param rejections the number of those in which the credentials were rejected
	 * @param rejectedCredentials the credentials that were rejected last; null if none
	 * were
	 * @param credentialChanges the number of consecutive times that changed credentials
	 * were rejected as well
	 * @param probedNanos the time at which the provider was last probed
	 * @param reportedNanos the time of the last accepted report of a rejected token
	 * @param windowNanos how long further reports are ignored from then on; 0 if there
	 * was none
	 */
	@Internal
	public record Memory(@Nullable ConnectApiException failure, long failedNanos, long delayNanos, int failures,
			int rejections, @Nullable CredentialsIdentity rejectedCredentials, int credentialChanges, long probedNanos,
			long reportedNanos, long windowNanos) {

		static Memory of(SessionState state) {
			BackoffState backoff = state.backoff();
			SessionState.Invalidation report = state.invalidation();
			long reported = (report != null) ? report.acceptedNanos() : 0;
			long window = (report != null) ? report.windowNanos() : 0;
			return (backoff == null) ? new Memory(null, 0, 0, 0, 0, null, 0, 0, reported, window)
					: new Memory(backoff.failure(), backoff.failedAt().nanos(), backoff.delayNanos(),
							backoff.failures(), backoff.rejections(), backoff.rejectedCredentials(),
							backoff.credentialChanges(), backoff.probedNanos(), reported, window);
		}

		SessionState restore(SessionState initial, ClockReading now) {
			BackoffState backoff = null;
			if (this.failure != null) {
				long millis = now.millis() - TimeUnit.NANOSECONDS.toMillis(now.nanos() - this.failedNanos);
				backoff = new BackoffState(this.failure, new ClockReading(this.failedNanos, millis), this.delayNanos,
						this.failures, this.rejections, this.rejectedCredentials, this.credentialChanges,
						this.probedNanos);
			}
			return initial.restored(backoff,
					(this.windowNanos > 0) ? new SessionState.Invalidation(this.reportedNanos, this.windowNanos) : null,
					now);
		}

	}

	/**
	 * Result of looking up the session: the session, or a pending acquisition to wait
	 * for.
	 */
	sealed interface Lookup permits CachedSession, PendingAcquisition {

		/** Apply the function for the type of this result. */
		<T> T map(Function<ConnectSession, T> whenCached, Function<PendingAcquisition, T> whenPending);

	}

}
