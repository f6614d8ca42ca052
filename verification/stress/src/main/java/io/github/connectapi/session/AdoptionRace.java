package io.github.connectapi.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.observation.ConnectObservations;

/**
 * A state machine with the session "1", whose acquisitions return "2", "3", and so on,
 * and whose poll adopts "100". Its clocks stand still.
 */
final class AdoptionRace {

	static final int ADOPTED = 100;

	private static final ConnectCredentials CREDENTIALS = ConnectCredentials.of("s", "p", "u", "p");

	private static final Duration LIFETIME = Duration.ofMinutes(30);

	final AtomicInteger acquisitions = new AtomicInteger();

	final SessionStateMachine stateMachine;

	private final SessionState seen;

	AdoptionRace() {
		Race.first();
		SessionScheduler scheduler = new SessionScheduler(() -> 0, () -> Instant.EPOCH, new InlineScheduler(),
				Runnable::run, null);
		SessionAcquirer acquirer = (previous, credentials, deadline) -> acquired(this.acquisitions.incrementAndGet(),
				previous != null);
		SessionSettings settings = SessionSettings.defaults().withAcquisitionTimeout(LIFETIME);
		SessionGroup group = new SessionGroup(new SessionPolicy(settings, () -> 0.5), () -> acquirer, settings,
				scheduler, ConnectObservations.NOOP, () -> {
				}, null);
		this.stateMachine = group.create(new DefaultConnectSessionManager.Owner(() -> CREDENTIALS, scheduler,
				new SessionEventPublisher<>(List.of(), scheduler.threads("stress-"))), null);
		this.stateMachine.lookup();
		this.seen = this.stateMachine.state();
	}

	private static SessionAcquirer.Result acquired(int token, boolean renewed) {
		String name = String.valueOf(token);
		return new SessionAcquirer.Result(ConnectSession.of(name, LIFETIME).withSecureToken(name), renewed,
				token == ADOPTED, new ClockReading(0, 0));
	}

	/** Adopts the session that a poll has found while "1" was in use. */
	void adopt() {
		this.stateMachine.adopt(acquired(ADOPTED, false), CREDENTIALS, this.seen.generation());
	}

	/** Returns the token of the current state, or 0 if there is no session. */
	int published() {
		CachedSession session = this.stateMachine.state().session();
		return (session != null) ? Race.token(session.session()) : 0;
	}

}
