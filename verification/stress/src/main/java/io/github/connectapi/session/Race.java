package io.github.connectapi.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.observation.ConnectObservations;

/**
 * A manager whose acquisitions return the tokens "1", "2", and so on, each with a secure
 * token of the same name. Its clocks stand still, except in {@link #readAged()}.
 */
class Race {

	private static final ConnectCredentials CREDENTIALS = ConnectCredentials.of("s", "p", "u", "p");

	private static final Duration LIFETIME = Duration.ofMinutes(30);

	private static final Logger LOGGER = Logger.getLogger(ConnectSessionManager.class.getName());

	static {
		// Logging each of some million sessions would dominate the measurement.
		LOGGER.setLevel(Level.OFF);
	}

	final AtomicInteger acquisitions = new AtomicInteger();

	final DefaultConnectSessionManager manager;

	private volatile long millis;

	Race() {
		SessionScheduler scheduler = new SessionScheduler(() -> 0, () -> Instant.ofEpochMilli(this.millis),
				new InlineScheduler(), Runnable::run, null);
		this.manager = new SessionManagerFactory(() -> 0.5, (duration) -> {
		}).create(this::acquire, () -> CREDENTIALS, SessionSettings.defaults().withAcquisitionTimeout(LIFETIME),
				scheduler, ConnectObservations.NOOP, List.of());
	}

	/** Acquires the session "1". */
	Race opened() {
		this.manager.getSession();
		return this;
	}

	SessionAcquirer.Result acquire(@Nullable CachedSession previous, ConnectCredentials credentials,
			long deadlineNanos) {
		String name = String.valueOf(this.acquisitions.incrementAndGet());
		return acquired(name, previous != null);
	}

	SessionAcquirer.Result acquired(String name, boolean renewed) {
		return new SessionAcquirer.Result(ConnectSession.of(name, LIFETIME).withSecureToken(name), renewed,
				new ClockReading(0, this.millis));
	}

	/** Reads the session when it is no longer fresh, so that another age is published. */
	ConnectSession readAged() {
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

	/** Returns the token of the current state, or 0 if there is no session. */
	int published() {
		CachedSession session = this.manager.state().session();
		return (session != null) ? token(session.session()) : 0;
	}

}
