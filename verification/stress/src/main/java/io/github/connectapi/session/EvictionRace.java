package io.github.connectapi.session;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectClosedException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.observation.ConnectObservations;

/**
 * The state machine of one of many users, whose logins return the tokens "1", "2", and so
 * on. After its end, another one with its memory follows. Its clocks stand still.
 */
final class EvictionRace {

	private static final ConnectCredentials CREDENTIALS = ConnectCredentials.of("s", "p", "u", "p");

	private static final Duration LIFETIME = Duration.ofMinutes(30);

	private final AtomicInteger logins = new AtomicInteger();

	private final SessionGroup group;

	private volatile SessionStateMachine.@Nullable Memory memory;

	final SessionStateMachine first;

	EvictionRace() {
		SessionScheduler scheduler = new SessionScheduler(() -> 0, () -> Instant.EPOCH, new InlineScheduler(),
				Runnable::run, null);
		SessionSettings settings = SessionSettings.defaults().withAcquisitionTimeout(LIFETIME);
		SessionAcquirer acquirer = (previous, credentials, deadline) -> {
			String name = String.valueOf(this.logins.incrementAndGet());
			return new SessionAcquirer.Result(ConnectSession.of(name, LIFETIME), false, new ClockReading(0, 0));
		};
		this.group = new SessionGroup(new SessionPolicy(settings, () -> 0.5), () -> acquirer, settings, scheduler,
				ConnectObservations.NOOP, () -> {
				}, null);
		this.first = this.group.create(new Owner(), null);
	}

	/** Logs in, so that the session is "1". */
	EvictionRace opened() {
		this.first.lookup();
		return this;
	}

	boolean evict() {
		return this.first.evict((memory) -> this.memory = memory);
	}

	void forget() {
		this.first.end(new ConnectClosedException("forgotten"), (memory) -> this.memory = memory);
	}

	/** Reads the session, of the next state machine if the first one has ended. */
	int read() {
		return Race.token(this.group.getSession(this::current, Duration.ZERO));
	}

	private SessionStateMachine current() {
		return this.first.isEnded() ? this.group.create(new Owner(), this.memory) : this.first;
	}

	/** Returns whether the next report is ignored. */
	boolean isInReportWindow() {
		SessionState.Invalidation report = current().state().invalidation();
		return report != null && report.ignoresReportAt(0);
	}

	/** Returns the token of the first state machine, or 0 if it has no session. */
	int published() {
		CachedSession session = this.first.state().session();
		return (session != null) ? Race.token(session.session()) : 0;
	}

	/** An owner that executes both stages on the calling thread. */
	private static final class Owner implements SessionOwner {

		@Override
		public ConnectCredentials getCredentials() {
			return CREDENTIALS;
		}

		@Override
		public String providerName() {
			return "provider";
		}

		@Override
		public Ticket requestCredentials(boolean renewable, boolean failed, Stage stage) {
			stage.run();
			return Ticket.STARTED;
		}

		@Override
		public void onEvent(ConnectSessionEvent event) {
			// Nobody listens.
		}

	}

}
