package io.github.connectapi.session;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.Secret;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.observation.ConnectObservations;
import io.github.connectapi.store.SharedSessionSettings;

/**
 * A simulated server for the logins of many users. A password {@code wrong} is rejected.
 * Tokens have 300 characters. Thread-safe.
 */
public final class SimulatedLogins {

	/** Long lifetimes, so that nothing expires during a measurement. */
	public static final SessionSettings SETTINGS = SessionSettings.defaults()
		.withWaitTimeout(Duration.ofHours(1))
		.withAcquisitionTimeout(Duration.ofHours(1));

	private final AtomicInteger requests = new AtomicInteger();

	private final Map<String, AtomicInteger> systems = new ConcurrentHashMap<>();

	private final Map<String, Long> firstNanos = new ConcurrentHashMap<>();

	private final Duration delay;

	/**
	 * Create a server.
	 * @param delay the delay of each response
	 */
	public SimulatedLogins(Duration delay) {
		this.delay = delay;
	}

	/**
	 * Return the number of requests.
	 * @return the number
	 */
	public int requests() {
		return this.requests.get();
	}

	/**
	 * Return the number of requests of a system.
	 * @param systemId the system id
	 * @return the number
	 */
	public int requests(String systemId) {
		return this.systems.getOrDefault(systemId, new AtomicInteger()).get();
	}

	/**
	 * Forget when requests of a user arrived.
	 * @param userName the user name
	 */
	public void forgetTime(String userName) {
		this.firstNanos.remove(userName);
	}

	/**
	 * Return when the first request of a user arrived.
	 * @param userName the user name
	 * @return the time of {@link System#nanoTime()}
	 */
	public long firstNanos(String userName) {
		return this.firstNanos.getOrDefault(userName, Long.MAX_VALUE);
	}

	/**
	 * Create what the sessions of many users share.
	 * @param nanos the monotonic clock
	 * @return the group
	 */
	public SessionGroup group(LongSupplier nanos) {
		SessionScheduler scheduler = new SessionScheduler(nanos, InstantSource.system(), null, null, null);
		return new SessionManagerFactory().group(() -> acquirer(scheduler), SETTINGS, scheduler,
				ConnectObservations.NOOP, () -> {
				}, null);
	}

	/**
	 * Create what the sessions of many users share, with a store that keeps no record.
	 * @param nanos the monotonic clock
	 * @return the group
	 */
	public SessionGroup sharedGroup(LongSupplier nanos) {
		SessionScheduler scheduler = new SessionScheduler(nanos, InstantSource.system(), null, null, null);
		SessionManagerFactory factory = new SessionManagerFactory();
		// The client is not used, but a builder needs one.
		ConnectSessionManagerBuilder builder = factory.builder(
				ConnectClient.builder(BaseUrl.of("https://localhost")).build(),
				() -> ConnectCredentials.ofApplication("system", "password"));
		SharedSessionAcquirer.Store store = SharedSessionAcquirer.Store.open(builder, new EmptyStore(),
				SharedSessionSettings.defaults().withSecret("0123456789".repeat(4)), 24, scheduler, null, factory);
		return factory.group(SharedSessionAcquirer.withoutPolling(acquirer(scheduler), store, scheduler), SETTINGS,
				scheduler, ConnectObservations.NOOP, store.closing(), store.sessions()::isStoreAvailable);
	}

	/**
	 * Create the manager of one user, with threads of its own.
	 * @param credentials the credentials
	 * @return the manager
	 */
	public ConnectSessionManager manager(ConnectCredentials credentials) {
		SessionScheduler scheduler = new SessionScheduler(System::nanoTime, InstantSource.system(), null, null, null);
		return new SessionManagerFactory().create(acquirer(scheduler), () -> credentials, SETTINGS, scheduler,
				ConnectObservations.NOOP, List.of());
	}

	private SessionAcquirer acquirer(SessionScheduler scheduler) {
		return (previous, credentials, deadlineNanos) -> {
			ClockReading sentAt = scheduler.now();
			return new SessionAcquirer.Result(login(credentials), previous != null, sentAt);
		};
	}

	private ConnectSession login(ConnectCredentials credentials) {
		int number = this.requests.incrementAndGet();
		String user = credentials.userName().orElseThrow();
		this.systems.computeIfAbsent(credentials.systemId(), (id) -> new AtomicInteger()).incrementAndGet();
		this.firstNanos.putIfAbsent(user, System.nanoTime());
		if (!this.delay.isZero()) {
			sleep();
		}
		if (credentials.systemPassword().reveal().equals("wrong")) {
			throw rejected("InvalidSystemIdOrPassword");
		}
		if (credentials.userPassword().map(Secret::reveal).filter("wrong"::equals).isPresent()) {
			throw rejected("InvalidUsernameOrPassword");
		}
		return ConnectSession.of(token("token", number), Duration.ofDays(1))
			.withSecureToken(token("secure", number))
			.withAccountId("account-" + number);
	}

	private void sleep() {
		try {
			TimeUnit.NANOSECONDS.sleep(this.delay.toNanos());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static ConnectCredentialsRejectedException rejected(String code) {
		return new ConnectCredentialsRejectedException("Rejected",
				ConnectFailure.permanentFailure("CreateSession", code));
	}

	private static String token(String prefix, int number) {
		return "%-300s".formatted(prefix + number).replace(' ', '=');
	}

}
