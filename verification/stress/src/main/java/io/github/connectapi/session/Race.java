package io.github.connectapi.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.observation.ConnectObservations;

/**
 * A manager whose acquisitions answer the tokens "1", "2", … each with a secure token of
 * the same name. Its clocks stand still, but for those who call {@link #relet()}.
 */
class Race {

	private static final ConnectCredentials CREDENTIALS = ConnectCredentials.of("s", "p", "u", "p");

	private static final Duration LIFETIME = Duration.ofMinutes(30);

	private static final Logger LOGGER = Logger.getLogger(ConnectSessionManager.class.getName());

	static {
		// A line for each of some million sessions would be all that is measured.
		LOGGER.setLevel(Level.OFF);
	}

	final AtomicInteger acquisitions = new AtomicInteger();

	final SessionStateMachine stateMachine;

	final ConnectSessionManager manager;

	private volatile long millis;

	Race() {
		SessionTime time = new SessionTime(() -> 0, () -> Instant.ofEpochMilli(this.millis), new InlineScheduler(),
				false, UnaryOperator.identity());
		SessionPolicy policy = new SessionPolicy(SessionSettings.defaults(), () -> 0.5);
		this.stateMachine = new SessionStateMachine(policy, new ExceptionTranslatingProvider(() -> CREDENTIALS), this::acquire, LIFETIME, time,
				new SessionEvents(new SessionLog()::onEvent));
		this.manager = new DefaultConnectSessionManager(this.stateMachine, time, Duration.ofSeconds(10),
				ConnectObservations.NONE, new SessionListeners(List.of()));
	}

	/** A manager that has the session "1" already. */
	Race opened() {
		this.manager.getSession();
		return this;
	}

	Acquired acquire(@Nullable CachedSession previous, ConnectCredentials credentials, long endNanos) {
		String name = String.valueOf(this.acquisitions.incrementAndGet());
		return acquired(name, previous != null);
	}

	Acquired acquired(String name, boolean renewed) {
		return new Acquired(ConnectSession.of(name, LIFETIME).withSecureToken(name), renewed,
				new ClockReading(0, this.millis));
	}

	/** Reads after the lease has run out, so that another one is published. */
	ConnectSession relet() {
		this.millis = 2000;
		return this.manager.getSession();
	}

	static ConnectSession first() {
		return ConnectSession.of("1", LIFETIME);
	}

	static int token(ConnectSession session) {
		return Integer.parseInt(session.token().reveal());
	}

	static int secureToken(ConnectSession session) {
		return Integer.parseInt(session.secureToken().orElseThrow().reveal());
	}

	/** The token in the state; 0 if there is no session. */
	int published() {
		CachedSession lease = this.stateMachine.state().lease();
		return (lease != null) ? token(lease.session()) : 0;
	}

}
