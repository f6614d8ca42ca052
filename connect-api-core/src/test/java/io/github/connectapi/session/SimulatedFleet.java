package io.github.connectapi.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ScheduledExecutorService;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.observation.ConnectObservations;
import io.github.connectapi.store.InMemorySessionStore;
import io.github.connectapi.store.SharedSession;
import io.github.connectapi.store.SharedSessions;
import io.github.connectapi.store.SharedSessionSettings;
import io.github.connectapi.test.time.ManualTime;

/**
 * Managers that share a session, in manual time, with a server that takes 50 ms. Of the
 * operations of the store, of the requests to the server and, each hour, of the
 * instances, the same fraction fails. Half of the requests that fail have created a
 * session. An instance that fails is replaced by a new one.
 */
final class SimulatedFleet {

	private static final Duration LIFETIME = Duration.ofMinutes(30);

	private static final Duration START = Duration.ofMinutes(1);

	private static final ConnectCredentials CREDENTIALS = ConnectCredentials.of("system", "system-password", "user",
			"user-password");

	private static final SessionSettings SETTINGS = SessionSettings.defaults();

	private static final SharedSessionSettings SHARED = SharedSessionSettings.defaults()
		.withSecret("0123456789abcdef0123456789abcdef");

	private final ManualTime time = ManualTime.create();

	private final List<DefaultConnectSessionManager> instances = new ArrayList<>();

	private final Random random;

	private final double faults;

	final SimulatedStore store;

	/** The requests to the server. */
	int logins;

	/** The calls without a session. */
	int failedCalls;

	int restarts;

	SimulatedFleet(int size, double faults, long seed) {
		this.random = new Random(seed);
		this.faults = faults;
		this.store = new SimulatedStore(new InMemorySessionStore(this.time.clock()), this.random, faults);
		for (int i = 0; i < size; i++) {
			this.instances.add(start());
			this.time.advance(START.dividedBy(size));
		}
	}

	private DefaultConnectSessionManager start() {
		ScheduledExecutorService timer = this.time.newScheduler();
		SessionScheduler scheduler = new SessionScheduler(this.time.nanos(), this.time.clock(), timer, null, null);
		SharedSession shared = new SharedSession(
				new SharedSessions(this.store, SHARED,
						new SharedSession.Server("https://connect.gettyimages.com",
								"https://authentication.gettyimages.com"),
						SETTINGS.expiryMargin(),
						new SharedSessionAcquirer.PolicyBackoff(new SessionPolicy(SETTINGS, this.random::nextDouble)),
						new SharedSession.Time(timer, this.time.nanos(), this.random::nextDouble, this.time::advance)));
		SessionAcquirer remote = (previous, credentials, deadlineNanos) -> login(scheduler, previous != null);
		SharedSessionAcquirer acquirer = new SharedSessionAcquirer(remote, shared, scheduler,
				new SharedSessionAcquirer.Polling(shared, scheduler, SHARED.pollInterval(), this.random::nextDouble,
						timer::shutdownNow));
		DefaultConnectSessionManager manager = new SessionManagerFactory(this.random::nextDouble, this.time::advance)
			.create(acquirer, () -> CREDENTIALS, SETTINGS, scheduler, ConnectObservations.NOOP, List.of(), acquirer);
		use(manager);
		return manager;
	}

	private SessionAcquirer.Result login(SessionScheduler scheduler, boolean renewed) {
		this.logins++;
		ClockReading sentAt = scheduler.now();
		if (isFault()) {
			throw new ConnectUnavailableException("No response",
					ConnectFailure.transientFailure("CreateSession", null));
		}
		ConnectSession session = ConnectSession.of("token-" + this.logins, LIFETIME)
			.withSecureToken("secure-" + this.logins);
		return new SessionAcquirer.Result(session, renewed, sentAt);
	}

	private boolean isFault() {
		return this.random.nextDouble() < this.faults;
	}

	private void use(ConnectSessionManager manager) {
		try {
			manager.getSession();
		}
		catch (ConnectApiException ex) {
			this.failedCalls++;
		}
	}

	/** Let all instances call once a minute. */
	void run(Duration duration) {
		for (long minute = 0; minute < duration.toMinutes(); minute++) {
			this.time.advance(Duration.ofMinutes(1));
			for (int i = 0; i < this.instances.size(); i++) {
				use(this.instances.get(i));
				if (this.random.nextDouble() < this.faults / 60) {
					restart(i);
				}
			}
		}
	}

	private void restart(int index) {
		this.instances.get(index).close();
		this.instances.set(index, start());
		this.restarts++;
	}

}
