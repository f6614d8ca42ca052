package io.github.connectapi.session;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectSession;
import io.github.connectapi.observation.ConnectObservationDocumentation;
import io.github.connectapi.observation.ConnectObservations;

/**
 * Default implementation of {@link ConnectSessionManager}. Reads a fresh session itself,
 * and delegates everything else to the state machine.
 */
final class DefaultConnectSessionManager implements ConnectSessionManager {

	private static final Duration MAX_WAIT = Duration.ofDays(36500);

	private static final Duration MAX_SUSPEND_WAIT = Duration.ofSeconds(2);

	private static final Duration MAX_INTERRUPT_WAIT = Duration.ofMillis(500);

	private final SessionStateMachine stateMachine;

	private final SessionScheduler scheduler;

	private final Duration waitTimeout;

	private final ConnectObservations observations;

	private final SessionEventPublisher events;

	/** Null if the session is not shared with other instances. */
	private final @Nullable SharedSessionAcquirer shared;

	DefaultConnectSessionManager(SessionStateMachine stateMachine, SessionScheduler scheduler, Duration waitTimeout,
			ConnectObservations observations, SessionEventPublisher events, @Nullable SharedSessionAcquirer shared) {
		this.stateMachine = stateMachine;
		this.scheduler = scheduler;
		this.waitTimeout = waitTimeout;
		this.observations = observations;
		this.events = events;
		this.shared = shared;
		if (shared != null) {
			shared.setStateMachine(stateMachine);
		}
	}

	@Override
	public ConnectSession getSession() {
		return getSession(this.waitTimeout);
	}

	@Override
	public ConnectSession getSession(Duration timeout) {
		ConnectSession fresh = freshSession();
		if (fresh != null) {
			return fresh;
		}
		long nanos = TimeUnit.NANOSECONDS.convert(timeout);
		// Limited, so that the deadline cannot overflow.
		return awaitSession(this.scheduler.nanos() + Math.max(0, Math.min(nanos, MAX_WAIT.toNanos())));
	}

	// The acquired session may have ended in the meantime, so it is looked up again.
	private ConnectSession awaitSession(long deadlineNanos) {
		if (Thread.currentThread().isInterrupted() && this.stateMachine.isAcquisitionNeeded()) {
			// Before an acquisition is started for a caller that would not wait for it.
			throw PendingAcquisition.interrupted();
		}
		Optional<ConnectSession> session = Optional.empty();
		while (session.isEmpty()) {
			session = this.stateMachine.lookup().map(Optional::of, (pending) -> {
				await(pending, Duration.ofNanos(deadlineNanos - this.scheduler.nanos()));
				return Optional.ofNullable(freshSession());
			});
		}
		return session.get();
	}

	private void await(PendingAcquisition pending, Duration timeout) {
		Consumer<@Nullable Throwable> observation = observation(pending);
		try {
			pending.await(timeout);
			observation.accept(null);
		}
		catch (RuntimeException | Error ex) {
			observation.accept(ex);
			throw ex;
		}
	}

	private Consumer<@Nullable Throwable> observation(PendingAcquisition pending) {
		return pending.isDone() ? (failure) -> {
		} : this.observations.start(ConnectObservationDocumentation.WAIT);
	}

	@Override
	public CompletionStage<ConnectSession> getSessionAsync() {
		CompletableFuture<ConnectSession> stage = new CompletableFuture<>();
		complete(stage);
		return stage;
	}

	/**
	 * Complete a stage now, or when the pending acquisition ends. Derived stages would
	 * wrap the exception.
	 */
	private void complete(CompletableFuture<ConnectSession> stage) {
		try {
			ConnectSession fresh = freshSession();
			if (fresh != null) {
				stage.complete(fresh);
			}
			else {
				this.stateMachine.lookup().map(stage::complete, (pending) -> completeLater(stage, pending));
			}
		}
		catch (Throwable ex) {
			stage.completeExceptionally(ex);
		}
	}

	private boolean completeLater(CompletableFuture<ConnectSession> stage, PendingAcquisition pending) {
		Consumer<@Nullable Throwable> observation = observation(pending);
		pending.whenDone(this.scheduler::executeCompletion, (failure) -> {
			observation.accept(failure);
			if (failure != null) {
				stage.completeExceptionally(failure);
			}
			else {
				complete(stage);
			}
		});
		return false;
	}

	// Needs one volatile read, one clock reading and one comparison.
	private @Nullable ConnectSession freshSession() {
		CachedSession session = this.stateMachine.state().session();
		return (session != null && session.isFresh(this.scheduler.millis())) ? session.session() : null;
	}

	@Override
	public boolean invalidate(ConnectSession rejected) {
		return this.stateMachine.invalidate(rejected.token());
	}

	@Override
	public void confirm(ConnectSession accepted) {
		if (this.shared != null) {
			this.shared.accepted(accepted.token());
		}
	}

	@Override
	public void renew() {
		this.stateMachine.renew();
	}

	@Override
	public void reset() {
		this.stateMachine.reset();
	}

	@Override
	public void suspend() {
		boolean suspended = this.scheduler.suspend();
		setPolling(false);
		this.events.setKeepAlive(SessionScheduler.SUSPENDED_KEEP_ALIVE);
		SessionState seen = state();
		if (suspended && !seen.isClosed()) {
			SessionLog.suspended(seen.generation());
		}
		SessionState.ActiveAcquisition acquisition = seen.acquisition();
		if (acquisition != null && !acquisition.pending().endsWithin(MAX_SUSPEND_WAIT)) {
			acquisition.pending().interrupt();
			acquisition.pending().endsWithin(MAX_INTERRUPT_WAIT);
		}
	}

	@Override
	public void resume() {
		this.events.setKeepAlive(SessionScheduler.KEEP_ALIVE);
		SessionState seen = state();
		if (this.scheduler.resume() && !seen.isClosed()) {
			SessionLog.resumed(seen.generation());
			setPolling(true);
		}
	}

	private void setPolling(boolean polling) {
		if (this.shared != null) {
			this.shared.setPolling(polling);
		}
	}

	@Override
	public ConnectSessionSnapshot snapshot() {
		return ConnectSessionSnapshot.of(state(), this.scheduler.now(),
				(this.shared != null) ? this.shared.sharing() : null);
	}

	SessionState state() {
		return this.stateMachine.state();
	}

	@Override
	public void close() {
		if (this.stateMachine.close()) {
			this.events.close();
			if (this.shared != null) {
				this.shared.close();
			}
		}
	}

}
