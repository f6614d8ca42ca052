package io.github.connectapi.session;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.observation.ConnectObservation;
import io.github.connectapi.observation.ConnectObservations;

/**
 * The face of a manager: reads the session, and hands everything else to the
 * stateMachine.
 */
final class DefaultConnectSessionManager implements ConnectSessionManager {

	private final SessionStateMachine stateMachine;

	private final SessionTime time;

	private final Duration waitTimeout;

	private final ConnectObservations observations;

	private final SessionListeners listeners;

	DefaultConnectSessionManager(SessionStateMachine stateMachine, SessionTime time, Duration waitTimeout,
			ConnectObservations observations, SessionListeners listeners) {
		this.stateMachine = stateMachine;
		this.time = time;
		this.waitTimeout = waitTimeout;
		this.observations = observations;
		this.listeners = listeners;
	}

	@Override
	public ConnectSession getSession() {
		return getSession(this.waitTimeout);
	}

	@Override
	public ConnectSession getSession(Duration timeout) {
		ConnectSession leased = leased();
		return (leased != null) ? leased : acquired(this.time.nanos() + TimeUnit.NANOSECONDS.convert(timeout));
	}

	/** Looks again after waiting: what was waited for may have ended meanwhile. */
	private ConnectSession acquired(long endNanos) {
		PendingAcquisition flight = this.stateMachine.session();
		while (!flight.isRead()) {
			await(flight, Duration.ofNanos(endNanos - this.time.nanos()));
			flight = this.stateMachine.session();
		}
		return flight.await(Duration.ZERO);
	}

	private void await(PendingAcquisition flight, Duration timeout) {
		if (flight.isOver()) {
			flight.await(Duration.ZERO);
		}
		else {
			this.observations.observe(ConnectObservation.WAIT, null, null, (context) -> flight.await(timeout));
		}
	}

	@Override
	public CompletionStage<ConnectSession> getSessionAsync() {
		ConnectSession leased = leased();
		if (leased != null) {
			return CompletableFuture.completedStage(leased);
		}
		try {
			return stage(this.stateMachine.session());
		}
		catch (ConnectApiException ex) {
			return CompletableFuture.failedStage(ex);
		}
	}

	private CompletionStage<ConnectSession> stage(PendingAcquisition flight) {
		if (flight.isRead()) {
			return flight.stage();
		}
		CompletionStage<ConnectSession> own = flight.isOver() ? flight.stage()
				: this.observations.observeStage(ConnectObservation.WAIT, flight::stage);
		return own.thenCompose((session) -> stage(this.stateMachine.session()));
	}

	/** One volatile read, one clock and one comparison. */
	private @Nullable ConnectSession leased() {
		CachedSession lease = this.stateMachine.state().lease();
		return (lease != null && lease.covers(this.time.millis())) ? lease.session() : null;
	}

	@Override
	public boolean invalidate(ConnectSession rejected) {
		return this.stateMachine.invalidate(rejected.token());
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
	public ConnectSessionSnapshot snapshot() {
		return ConnectSessionSnapshot.of(this.stateMachine.state(), this.time.now());
	}

	@Override
	public void close() {
		this.stateMachine.close();
		this.listeners.close();
	}

}
