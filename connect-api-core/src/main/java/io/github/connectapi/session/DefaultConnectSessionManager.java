package io.github.connectapi.session;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectCredentialsProvider;
import io.github.connectapi.ConnectSession;

/**
 * Default implementation of {@link ConnectSessionManager}. Reads a fresh session itself,
 * and delegates everything else to the state machine.
 */
final class DefaultConnectSessionManager implements ConnectSessionManager {

	private static final Duration MAX_SUSPEND_WAIT = Duration.ofSeconds(2);

	private static final Duration MAX_INTERRUPT_WAIT = Duration.ofMillis(500);

	private final SessionStateMachine stateMachine;

	private final SessionScheduler scheduler;

	private final SessionGroup group;

	private final SessionEventPublisher<ConnectSessionListener> events;

	/** Null if the session is not shared with other instances. */
	private final @Nullable SharedSessionAcquirer shared;

	DefaultConnectSessionManager(SessionStateMachine stateMachine, SessionScheduler scheduler, SessionGroup group,
			SessionEventPublisher<ConnectSessionListener> events, @Nullable SharedSessionAcquirer shared) {
		this.stateMachine = stateMachine;
		this.scheduler = scheduler;
		this.group = group;
		this.events = events;
		this.shared = shared;
		if (shared != null) {
			shared.setStateMachine(stateMachine);
		}
	}

	@Override
	public ConnectSession getSession() {
		return getSession(this.group.waitTimeout());
	}

	@Override
	public ConnectSession getSession(Duration timeout) {
		// Needs one volatile read, one clock reading and one comparison.
		ConnectSession fresh = this.stateMachine.freshSession(this.scheduler.millis());
		return (fresh != null) ? fresh : this.group.getSession(() -> this.stateMachine, timeout);
	}

	@Override
	public CompletionStage<ConnectSession> getSessionAsync() {
		return this.group.getSessionAsync(() -> this.stateMachine);
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
		this.stateMachine.awaitAcquisition(MAX_SUSPEND_WAIT, MAX_INTERRUPT_WAIT);
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

	/**
	 * Owner of the session of one manager. Both stages of an acquisition run one after
	 * the other on the same thread.
	 */
	static final class Owner implements SessionOwner {

		private final SessionLog log = new SessionLog();

		private final ConnectCredentialsProvider provider;

		private final SessionScheduler scheduler;

		private final SessionEventPublisher<ConnectSessionListener> events;

		Owner(ConnectCredentialsProvider provider, SessionScheduler scheduler,
				SessionEventPublisher<ConnectSessionListener> events) {
			this.provider = provider;
			this.scheduler = scheduler;
			this.events = events;
		}

		@Override
		public ConnectCredentials getCredentials() {
			return this.provider.getCredentials();
		}

		@Override
		public String providerName() {
			return this.provider.getClass().getName();
		}

		@Override
		public Ticket requestCredentials(boolean renewable, boolean failed, Stage stage) {
			this.scheduler.execute(stage::run);
			return Ticket.STARTED;
		}

		@Override
		public boolean hasTimer() {
			return true;
		}

		@Override
		public void setTimer(@Nullable Duration delay, Runnable task) {
			this.scheduler.setTimer(delay, task);
		}

		@Override
		public boolean isSuspended() {
			return this.scheduler.isSuspended();
		}

		@Override
		public void onEvent(ConnectSessionEvent event) {
			this.log.onEvent(event);
			this.events.publish(event, (listener) -> listener.onEvent(event));
		}

		@Override
		public void close() {
			this.scheduler.close();
		}

	}

}
