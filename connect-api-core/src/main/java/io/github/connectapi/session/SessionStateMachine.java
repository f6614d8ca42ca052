package io.github.connectapi.session;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.Secret;

/**
 * The one mutable thing: a state, replaced as a whole by compare-and-set, without a lock.
 * The policy decides; the stateMachine does it, one flight at a time, on the manager's
 * thread.
 */
final class SessionStateMachine {

	/** The watchdog comes after the deadline, so that the flight's own failure wins. */
	private static final Duration GRACE = Duration.ofMillis(100);

	private static final AtomicReferenceFieldUpdater<SessionStateMachine, SessionState> STATE = AtomicReferenceFieldUpdater
		.newUpdater(SessionStateMachine.class, SessionState.class, "state");

	private volatile SessionState state;

	private final SessionPolicy policy;

	private final ExceptionTranslatingProvider provider;

	private final Acquisition acquisition;

	private final Duration acquisitionTimeout;

	private final SessionTime time;

	private final SessionEvents events;

	SessionStateMachine(SessionPolicy policy, ExceptionTranslatingProvider provider, Acquisition acquisition,
			Duration acquisitionTimeout, SessionTime time, SessionEvents events) {
		this.policy = policy;
		this.provider = provider;
		this.acquisition = acquisition;
		this.acquisitionTimeout = acquisitionTimeout;
		this.time = time;
		this.events = events;
		this.state = SessionState.initial(time.now());
	}

	SessionState state() {
		return this.state;
	}

	/** The session if there is one, else the flight to wait for. */
	PendingAcquisition session() {
		while (true) {
			SessionState seen = aged();
			ClockReading now = this.time.now();
			Decision decision = this.policy.decide(seen, now);
			if (decision == Decision.REFUSE) {
				throw SessionFailures.refusal(seen, now);
			}
			if (decision == Decision.USE) {
				return PendingAcquisition.read(Objects.requireNonNull(seen.lease()).session());
			}
			PendingAcquisition flight = (seen.flight() != null) ? seen.flight()
					: launch(seen, PendingAcquisition.acquiring());
			// After the start of a renewal it is looked again: that may have taken time.
			if (flight != null && decision == Decision.ACQUIRE) {
				return flight;
			}
		}
	}

	/** Publishes how old the session is, lest clocks that jump back make it younger. */
	private SessionState aged() {
		for (SessionState seen = this.state;; seen = this.state) {
			ClockReading now = this.time.now();
			SessionState aged = seen.agedTo(now);
			if (STATE.compareAndSet(this, seen, aged)) {
				this.events.expired(seen, now);
				return aged;
			}
		}
	}

	boolean invalidate(Secret token) {
		ClockReading now = this.time.now();
		SessionState before = STATE.getAndUpdate(this, (seen) -> seen.invalidated(token, now));
		boolean accepted = before.acceptsReport(token, now);
		if (accepted) {
			this.events.invalidated(before.generation(), now);
			wake();
		}
		return accepted;
	}

	void renew() {
		SessionState seen = aged();
		while (this.policy.mayFly(seen, this.time.now()) && launch(seen, PendingAcquisition.acquiring()) == null) {
			seen = aged();
		}
	}

	void reset() {
		ClockReading now = this.time.now();
		SessionState before = STATE.getAndUpdate(this, (seen) -> seen.reset(now));
		if (before.backoffState() != null) {
			this.events.reset(before.generation(), now);
			renew();
		}
	}

	void close() {
		ClockReading now = this.time.now();
		SessionState before = STATE.getAndUpdate(this, (seen) -> seen.ended(now));
		if (before.closed()) {
			return;
		}
		if (before.flight() != null) {
			before.flight().fail(SessionFailures.closed());
			before.flight().cutOff();
		}
		this.time.close();
		this.events.closed(before.generation(), now);
	}

	/** Does what is to be done without a caller: renew, try again, or wait on. */
	private void wake() {
		SessionState seen;
		PendingAcquisition flight;
		do {
			seen = aged();
			flight = this.policy.flightWithoutCaller(seen, this.time.now());
		}
		while (flight != null && launch(seen, flight) == null);
		if (flight == null) {
			sleep();
		}
	}

	/** Looks again after setting the timer, lest it was set for a state that is gone. */
	private void sleep() {
		SessionState seen;
		do {
			seen = this.state;
			this.time.wakeAfter(this.policy.nextWake(seen, this.time.now()), this::wake);
		}
		while (!seen.equals(this.state));
	}

	/** Answers null if the state has changed. Fails the flight if it has no thread. */
	private @Nullable PendingAcquisition launch(SessionState seen, PendingAcquisition flight) {
		if (!STATE.compareAndSet(this, seen, seen.departed(flight))) {
			return null;
		}
		long endNanos = this.time.nanos() + this.acquisitionTimeout.toNanos();
		try {
			Future<?> watchdog = this.time.runAfter(this.acquisitionTimeout.plus(GRACE), () -> cutOff(flight));
			this.time.run(() -> flight.fly(() -> acquire(flight, endNanos, watchdog)));
		}
		catch (RuntimeException | Error ex) {
			fail(flight, SessionFailures.of(ex), null, null);
		}
		return flight;
	}

	private void acquire(PendingAcquisition flight, long endNanos, Future<?> watchdog) {
		ConnectCredentials credentials = null;
		try {
			credentials = this.provider.getCredentials();
			boolean unchanged = flight.isAskOnly() && this.policy.isHeld(this.state, credentials, this.time.now());
			if (unchanged || this.state.flight() != flight) {
				return;
			}
			STATE.updateAndGet(this, (seen) -> seen.flying(flight));
			Acquired acquired = this.acquisition.acquire(this.state.lease(), credentials, endNanos);
			if (!land(flight, acquired, credentials)) {
				land(flight, this.acquisition.acquire(null, credentials, endNanos), credentials);
			}
		}
		catch (Throwable ex) {
			fail(flight, SessionFailures.of(ex), credentials, null);
		}
		finally {
			watchdog.cancel(false);
			release(flight);
		}
	}

	/** Answers false if the session that was renewed was reported as rejected. */
	private boolean land(PendingAcquisition flight, Acquired acquired, ConnectCredentials credentials) {
		while (true) {
			SessionState seen = this.state;
			if (seen.flight() != flight) {
				return true;
			}
			if (acquired.renewed() && seen.lease() == null) {
				return false;
			}
			ClockReading now = this.time.now();
			CachedSession lease = this.policy.grant(acquired, credentials, seen.generation() + 1, now);
			if (!lease.isUsable(now)) {
				throw SessionFailures.tooLate();
			}
			if (STATE.compareAndSet(this, seen, seen.landed(lease, acquired.renewed(), now))) {
				sleep();
				flight.succeed(lease.session());
				this.events.landed(seen, lease, acquired.renewed(), now);
				return true;
			}
		}
	}

	private void fail(PendingAcquisition flight, ConnectApiException failure, @Nullable ConnectCredentials credentials,
			@Nullable PendingAcquisition remains) {
		for (SessionState seen = this.state; seen.flight() == flight; seen = this.state) {
			ClockReading now = this.time.now();
			BackoffState backoffState = this.policy.backoffState(seen, failure, credentials, now);
			if (STATE.compareAndSet(this, seen, seen.failed(backoffState, remains, now))) {
				sleep();
				flight.fail(failure);
				this.events.failed(seen, backoffState, now);
				return;
			}
		}
	}

	/** At the deadline. Its thread may hang on; until it returns, no other one flies. */
	private void cutOff(PendingAcquisition flight) {
		fail(flight, SessionFailures.hanging(this.acquisitionTimeout), null, flight.husk());
		flight.cutOff();
	}

	/** Makes room for the next one, and leaves nobody waiting for this one. */
	private void release(PendingAcquisition flight) {
		ClockReading now = this.time.now();
		SessionState before = STATE.getAndUpdate(this, (seen) -> seen.released(flight, now));
		if (!flight.isOver()) {
			flight.fail(SessionFailures.refusal(before, now));
		}
		if (before.isOccupiedBy(flight)) {
			this.time.wakeAfter(Duration.ZERO, this::wake);
		}
	}

}
