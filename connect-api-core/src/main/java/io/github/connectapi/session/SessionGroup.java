package io.github.connectapi.session;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.Internal;
import io.github.connectapi.observation.ConnectObservationDocumentation;
import io.github.connectapi.observation.ConnectObservations;

/**
 * What the sessions of one manager, or of many users, share: policy, acquirers, clocks
 * and observations, and how callers wait for a session. Thread-safe.
 */
@Internal
public final class SessionGroup {

	private static final Duration MAX_WAIT = Duration.ofDays(36500);

	final SessionPolicy policy;

	private final Supplier<SessionAcquirer> acquirers;

	final Duration acquisitionTimeout;

	final SessionScheduler scheduler;

	final ConnectObservations observations;

	private final Duration waitTimeout;

	private final Runnable closing;

	/** Null if the sessions are not shared. */
	private final @Nullable BooleanSupplier storeAvailable;

	SessionGroup(SessionPolicy policy, Supplier<SessionAcquirer> acquirers, SessionSettings settings,
			SessionScheduler scheduler, ConnectObservations observations, Runnable closing,
			@Nullable BooleanSupplier storeAvailable) {
		this.policy = policy;
		this.acquirers = acquirers;
		this.closing = closing;
		this.storeAvailable = storeAvailable;
		this.acquisitionTimeout = settings.acquisitionTimeout();
		this.waitTimeout = settings.waitTimeout();
		this.scheduler = scheduler;
		this.observations = observations;
	}

	/**
	 * Create the state machine of another session.
	 * @param owner the owner of the session
	 * @param memory what is remembered of an earlier state; null for nothing
	 * @return the state machine
	 */
	public SessionStateMachine create(SessionOwner owner, SessionStateMachine.@Nullable Memory memory) {
		ClockReading now = this.scheduler.now();
		SessionState initial = SessionState.initial(now);
		return new SessionStateMachine(this, this.acquirers.get(), owner,
				(memory != null) ? memory.restore(initial, now) : initial);
	}

	/**
	 * Return the wall clock.
	 * @return the time in milliseconds since the epoch
	 */
	public long millis() {
		return this.scheduler.millis();
	}

	/**
	 * Return the monotonic clock.
	 * @return the time in nanoseconds
	 */
	public long nanos() {
		return this.scheduler.nanos();
	}

	/**
	 * Return the executor of short tasks at a later time.
	 * @return the executor
	 */
	public ScheduledExecutorService timers() {
		return this.scheduler.timers();
	}

	/**
	 * Stop the threads.
	 */
	public void close() {
		this.scheduler.close();
		this.closing.run();
	}

	/**
	 * Return whether the sessions are shared with other instances.
	 * @return whether they are shared
	 */
	public boolean isShared() {
		return this.storeAvailable != null;
	}

	/**
	 * Return whether the store of shared sessions responded the last time.
	 * @return whether it responded; true if the sessions are not shared
	 */
	public boolean isStoreAvailable() {
		return this.storeAvailable == null || this.storeAvailable.getAsBoolean();
	}

	/**
	 * Return the timeout of callers that specify none.
	 * @return the timeout
	 */
	public Duration waitTimeout() {
		return this.waitTimeout;
	}

	/**
	 * Return a session, or wait for one up to the timeout.
	 * @param current the current state machine
	 * @param timeout the timeout
	 * @return the session
	 * @throws ConnectApiException if there is none
	 */
	public ConnectSession getSession(Supplier<SessionStateMachine> current, Duration timeout) {
		long nanos = TimeUnit.NANOSECONDS.convert(timeout);
		// Limited, so that the deadline cannot overflow.
		long deadlineNanos = this.scheduler.nanos() + Math.max(0, Math.min(nanos, MAX_WAIT.toNanos()));
		if (Thread.currentThread().isInterrupted() && current.get().isAcquisitionNeeded()) {
			// Before an acquisition is started for a caller that would not wait for it.
			throw PendingAcquisition.interrupted();
		}
		// The acquired session may have ended in the meantime, so it is looked up again.
		Optional<ConnectSession> session = Optional.empty();
		while (session.isEmpty()) {
			SessionStateMachine stateMachine = current.get();
			SessionStateMachine.Lookup lookup = stateMachine.lookup();
			if (lookup != null) {
				session = lookup.map(Optional::of, (pending) -> {
					await(stateMachine, pending, Duration.ofNanos(deadlineNanos - this.scheduler.nanos()));
					return Optional.ofNullable(stateMachine.freshSession(this.scheduler.millis()));
				});
			}
		}
		return session.get();
	}

	private void await(SessionStateMachine stateMachine, PendingAcquisition pending, Duration timeout) {
		Consumer<@Nullable Throwable> observation = observation(pending);
		pending.enter();
		try {
			pending.await(timeout);
			observation.accept(null);
		}
		catch (RuntimeException | Error ex) {
			if (pending.isWithdrawn()) {
				// Another caller that gave up has removed it at the same time.
				observation.accept(null);
				return;
			}
			observation.accept(ex);
			throw ex;
		}
		finally {
			if (pending.leave()) {
				stateMachine.withdraw(pending);
			}
		}
	}

	private Consumer<@Nullable Throwable> observation(PendingAcquisition pending) {
		return pending.isDone() ? (failure) -> {
		} : this.observations.start(ConnectObservationDocumentation.WAIT);
	}

	/**
	 * Return a stage that completes with a session.
	 * @param current the current state machine
	 * @return the stage
	 */
	public CompletionStage<ConnectSession> getSessionAsync(Supplier<SessionStateMachine> current) {
		CompletableFuture<ConnectSession> stage = new CompletableFuture<>();
		complete(stage, current);
		return stage;
	}

	/**
	 * Complete a stage now, or when the pending acquisition ends. Derived stages would
	 * wrap the exception.
	 */
	private void complete(CompletableFuture<ConnectSession> stage, Supplier<SessionStateMachine> current) {
		try {
			SessionStateMachine.Lookup lookup = null;
			while (lookup == null) {
				SessionStateMachine stateMachine = current.get();
				ConnectSession fresh = stateMachine.freshSession(this.scheduler.millis());
				if (fresh != null) {
					stage.complete(fresh);
					return;
				}
				lookup = stateMachine.lookup();
			}
			lookup.map(stage::complete, (pending) -> completeLater(stage, current, pending));
		}
		catch (Throwable ex) {
			stage.completeExceptionally(ex);
		}
	}

	private boolean completeLater(CompletableFuture<ConnectSession> stage, Supplier<SessionStateMachine> current,
			PendingAcquisition pending) {
		Consumer<@Nullable Throwable> observation = observation(pending);
		pending.enter();
		pending.whenDone(this.scheduler::executeCompletion, (failure) -> {
			observation.accept(failure);
			if (failure != null && !pending.isWithdrawn()) {
				stage.completeExceptionally(failure);
			}
			else {
				complete(stage, current);
			}
		});
		return false;
	}

}
