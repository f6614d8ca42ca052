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
 * The face of a manager: reads the session, and hands everything else to the shell.
 */
final class DefaultConnectSessionManager implements ConnectSessionManager {

	private final SessionShell shell;

	private final SessionTime time;

	private final Duration waitTimeout;

	private final ConnectObservations observations;

	private final SessionListeners listeners;

	DefaultConnectSessionManager(SessionShell shell, SessionTime time, Duration waitTimeout,
			ConnectObservations observations, SessionListeners listeners) {
		this.shell = shell;
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
	public ConnectSession getSession(Duration atMost) {
		ConnectSession leased = leased();
		return (leased != null) ? leased : acquired(this.time.nanos() + TimeUnit.NANOSECONDS.convert(atMost));
	}

	/** Looks again after waiting: what was waited for may have ended meanwhile. */
	private ConnectSession acquired(long endNanos) {
		Flight flight = this.shell.session();
		while (!flight.isRead()) {
			await(flight, Duration.ofNanos(endNanos - this.time.nanos()));
			flight = this.shell.session();
		}
		return flight.await(Duration.ZERO);
	}

	private void await(Flight flight, Duration atMost) {
		if (flight.isOver()) {
			flight.await(Duration.ZERO);
		}
		else {
			this.observations.observe(ConnectObservation.WAIT, null, null, (context) -> flight.await(atMost));
		}
	}

	@Override
	public CompletionStage<ConnectSession> getSessionAsync() {
		ConnectSession leased = leased();
		if (leased != null) {
			return CompletableFuture.completedStage(leased);
		}
		try {
			return stage(this.shell.session());
		}
		catch (ConnectApiException ex) {
			return CompletableFuture.failedStage(ex);
		}
	}

	private CompletionStage<ConnectSession> stage(Flight flight) {
		if (flight.isRead()) {
			return flight.stage();
		}
		CompletionStage<ConnectSession> own = flight.isOver() ? flight.stage()
				: this.observations.observeStage(ConnectObservation.WAIT, flight::stage);
		return own.thenCompose((session) -> stage(this.shell.session()));
	}

	/** One volatile read, one clock and one comparison. */
	private @Nullable ConnectSession leased() {
		Lease lease = this.shell.state().lease();
		return (lease != null && lease.covers(this.time.millis())) ? lease.session() : null;
	}

	@Override
	public boolean invalidate(ConnectSession rejected) {
		return this.shell.invalidate(rejected.token());
	}

	@Override
	public void renew() {
		this.shell.renew();
	}

	@Override
	public void reset() {
		this.shell.reset();
	}

	@Override
	public ConnectSessionSnapshot snapshot() {
		return ConnectSessionSnapshot.of(this.shell.state(), this.time.now());
	}

	@Override
	public void close() {
		this.shell.close();
		this.listeners.close();
	}

}
