package io.github.connectapi.benchmarks;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.session.SimulatedLogins;
import io.github.connectapi.user.ConnectSessions;
import io.github.connectapi.user.ConnectUserCredentials;
import io.github.connectapi.user.SimulatedSessions;

/**
 * Compares the sessions of many users with one manager for each of them in a Caffeine
 * cache. The server is simulated, as in the other benchmarks of caches.
 */
final class UsersBenchmark {

	private static final int READS = 20_000;

	private static final int USERS = 100_000;

	/** Each manager starts threads, so there are fewer. */
	private static final int MANAGERS = 2000;

	private static final int UNKNOWN_KEYS = 1_000_000;

	private UsersBenchmark() {
	}

	static void run(boolean full) throws InterruptedException {
		reads(full);
		sizes();
		isolation();
		rejectedSystem(full);
		unknownKeys();
	}

	/** Faster than the real clock, so that the rate of logins is no limit. */
	private static long fastNanos() {
		return 100 * System.nanoTime();
	}

	private static ConnectCredentials valid(String key) {
		return credentials("password", key, "password");
	}

	private static ConnectCredentials credentials(String systemPassword, String user, String password) {
		return ConnectCredentials.of("system", systemPassword, user, password);
	}

	private static void reads(boolean full) {
		SimulatedLogins logins = new SimulatedLogins(Duration.ZERO);
		MarkdownTable table = new MarkdownTable("users: read of a valid session, ns, alternating in one process", "",
				"a single manager", "", "ratio (median of pairs)", "bytes per read");
		try (ConnectSessionManager single = logins.manager(credentials("password", "single", "password"));
				ConnectSessions sessions = SimulatedSessions.create(logins, UsersBenchmark::valid,
						SimulatedSessions.settings(1000), System::nanoTime);
				CaffeineUsers caffeine = new CaffeineUsers(logins, UsersBenchmark::valid)) {
			for (int i = 0; i < 100; i++) {
				sessions.forUser("user-" + i).getSession();
				caffeine.forUser("user-" + i).getSession();
			}
			ConnectSessionManager user = sessions.forUser("user-7");
			compare(table, "a manager of one user", single, user::getSession, full);
			compare(table, "forUser for each read", single, () -> sessions.forUser("user-7").getSession(), full);
			compare(table, "a manager in Caffeine", single, () -> caffeine.forUser("user-7").getSession(), full);
		}
		table.print();
	}

	private static void compare(MarkdownTable table, String title, ConnectSessionManager single,
			Supplier<Object> candidate, boolean full) {
		Samples singleTimes = new Samples();
		Samples times = new Samples();
		int pairs = full ? 3000 : 1000;
		for (int pair = -pairs / 2; pair < pairs; pair++) {
			long start = System.nanoTime();
			repeatSingle(single);
			long middle = System.nanoTime();
			repeat(candidate);
			long end = System.nanoTime();
			if (pair >= 0) {
				singleTimes.add((middle - start) / (double) READS);
				times.add((end - middle) / (double) READS);
			}
		}
		table.row(title, singleTimes.median(), times.median(), times.dividedBy(singleTimes).median(),
				bytes(() -> repeat(candidate)) / READS);
	}

	private static void repeatSingle(ConnectSessionManager manager) {
		@Nullable Object read = null;
		for (int i = 0; i < READS; i++) {
			read = manager.getSession();
		}
		Objects.requireNonNull(read);
	}

	private static void repeat(Supplier<Object> candidate) {
		@Nullable Object read = null;
		for (int i = 0; i < READS; i++) {
			read = candidate.get();
		}
		Objects.requireNonNull(read);
	}

	private static double bytes(Runnable reads) {
		com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
		long id = Thread.currentThread().getId();
		long before = threads.getThreadAllocatedBytes(id);
		reads.run();
		return (double) threads.getThreadAllocatedBytes(id) - before;
	}

	private static void sizes() throws InterruptedException {
		MarkdownTable table = new MarkdownTable("users: heap and threads, tokens of 300 characters", "", "users",
				"heap per user, bytes", "threads with 1 user", "threads at the peak", "threads after 10 s");
		SimulatedLogins logins = new SimulatedLogins(Duration.ZERO);
		try (ConnectSessions sessions = SimulatedSessions.create(logins, UsersBenchmark::valid,
				SimulatedSessions.settings(USERS + 1), UsersBenchmark::fastNanos)) {
			size(table, "ConnectSessions", sessions::forUser, USERS);
		}
		try (ConnectSessions sessions = SimulatedSessions.createShared(logins, UsersBenchmark::valid,
				SimulatedSessions.settings(USERS + 1), UsersBenchmark::fastNanos)) {
			size(table, "ConnectSessions, shared", sessions::forUser, USERS);
		}
		try (CaffeineUsers caffeine = new CaffeineUsers(logins, UsersBenchmark::valid)) {
			size(table, "a manager in Caffeine", caffeine::forUser, MANAGERS);
		}
		table.print();
	}

	private static void size(MarkdownTable table, String title, Function<String, ConnectSessionManager> users,
			int count) throws InterruptedException {
		int idle = ThreadUsage.platformThreads().size();
		users.apply("first").getSession();
		int one = ThreadUsage.platformThreads().size() - idle;
		long before = new HeapGrowth().measure(0);
		int peak = one;
		for (int i = 0; i < count; i++) {
			users.apply("user-" + i).getSession();
			if (i % 500 == 0) {
				peak = Math.max(peak, ThreadUsage.platformThreads().size() - idle);
			}
		}
		TimeUnit.SECONDS.sleep(10);
		long used = new HeapGrowth().measure(0) - before;
		table.row(title, count, used / count, one, peak, ThreadUsage.platformThreads().size() - idle);
	}

	private static void isolation() throws InterruptedException {
		MarkdownTable table = new MarkdownTable(
				"users: time until the login of a valid user starts, ms (target 1000), server 50 ms", "",
				"ConnectSessions", "a manager in Caffeine");
		ConnectUserCredentials rejected = (key) -> credentials("password", key,
				key.startsWith("bad") ? "wrong" : "password");
		table.row("first login beside 1000 rejected users", sessionsDelay(rejected, 1000, true),
				caffeineDelay(rejected, 1000));
		table.row("due renewal beside 1000 users that are rejected again", renewalDelay(rejected, 1000), "-");
		CountDownLatch released = new CountDownLatch(1);
		ConnectUserCredentials hanging = (key) -> {
			if (key.startsWith("bad")) {
				await(released);
			}
			return credentials("password", key, "password");
		};
		// The cache has no provider that may hang: its loader would block its caller.
		table.row("first login beside 64 hanging providers", sessionsDelay(hanging, 64, false), "-");
		released.countDown();
		table.print();
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static double sessionsDelay(ConnectUserCredentials credentials, int others, boolean settled)
			throws InterruptedException {
		SimulatedLogins logins = new SimulatedLogins(Duration.ofMillis(50));
		try (ConnectSessions sessions = SimulatedSessions.create(logins, credentials, SimulatedSessions.settings(USERS),
				System::nanoTime)) {
			return delay(logins, sessions::forUser, others, settled);
		}
	}

	private static double caffeineDelay(ConnectUserCredentials credentials, int others) throws InterruptedException {
		SimulatedLogins logins = new SimulatedLogins(Duration.ofMillis(50));
		try (CaffeineUsers caffeine = new CaffeineUsers(logins, credentials)) {
			return delay(logins, caffeine::forUser, others, true);
		}
	}

	/** Rejected users have been rejected before, and call again. */
	private static double delay(SimulatedLogins logins, Function<String, ConnectSessionManager> users, int others,
			boolean settled) throws InterruptedException {
		call(users, others);
		if (settled) {
			TimeUnit.SECONDS.sleep(5);
			call(users, others);
		}
		long start = System.nanoTime();
		users.apply("valid").getSession();
		return (logins.firstNanos("valid") - start) * 1e-6;
	}

	/** The session of the valid user is due when the back-offs of all others end. */
	private static double renewalDelay(ConnectUserCredentials credentials, int others) throws InterruptedException {
		SimulatedLogins logins = new SimulatedLogins(Duration.ofMillis(50));
		AtomicLong passed = new AtomicLong();
		try (ConnectSessions sessions = SimulatedSessions.create(logins, credentials, SimulatedSessions.settings(USERS),
				() -> System.nanoTime() + passed.get())) {
			sessions.forUser("valid").getSession();
			call(sessions::forUser, others);
			TimeUnit.SECONDS.sleep(5);
			logins.forgetTime("valid");
			passed.set(Duration.ofHours(22).toNanos());
			call(sessions::forUser, others);
			long start = System.nanoTime();
			sessions.forUser("valid").getSession();
			while (logins.firstNanos("valid") == Long.MAX_VALUE) {
				TimeUnit.MILLISECONDS.sleep(1);
			}
			return (logins.firstNanos("valid") - start) * 1e-6;
		}
	}

	private static void call(Function<String, ConnectSessionManager> users, int others) {
		for (int i = 0; i < others; i++) {
			// Nobody waits for it.
			users.apply("bad-" + i).getSessionAsync().whenComplete((session, failure) -> {
			});
		}
	}

	private static void rejectedSystem(boolean full) throws InterruptedException {
		int seconds = full ? 60 : 10;
		MarkdownTable table = new MarkdownTable(
				"users: a rejected system, and one that is not, each user calls once a second for " + seconds + " s",
				"", "users of each system", "logins of the rejected system (target 1)", "logins of the other",
				"valid users of the other");
		ConnectUserCredentials credentials = (key) -> ConnectCredentials.of(key.substring(0, 1),
				key.startsWith("a") ? "wrong" : "password", key, "password");
		SimulatedLogins logins = new SimulatedLogins(Duration.ofMillis(1));
		try (ConnectSessions sessions = SimulatedSessions.create(logins, credentials, SimulatedSessions.settings(USERS),
				System::nanoTime)) {
			rejectedSystem(table, "ConnectSessions", logins, sessions::forUser, 10_000, seconds);
		}
		SimulatedLogins others = new SimulatedLogins(Duration.ofMillis(1));
		try (CaffeineUsers caffeine = new CaffeineUsers(others, credentials)) {
			rejectedSystem(table, "a manager in Caffeine", others, caffeine::forUser, 500, seconds);
		}
		table.print();
	}

	private static void rejectedSystem(MarkdownTable table, String title, SimulatedLogins logins,
			Function<String, ConnectSessionManager> users, int count, int seconds) throws InterruptedException {
		for (int second = 0; second < seconds; second++) {
			for (int i = 0; i < count; i++) {
				users.apply("a-" + i).getSessionAsync();
				users.apply("b-" + i).getSessionAsync();
			}
			TimeUnit.SECONDS.sleep(1);
		}
		int valid = 0;
		for (int i = 0; i < count; i++) {
			users.apply("b-" + i).getSession();
			valid++;
		}
		table.row(title, count, logins.requests("a"), logins.requests("b"), valid);
	}

	private static void unknownKeys() throws InterruptedException {
		SimulatedLogins logins = new SimulatedLogins(Duration.ZERO);
		ConnectUserCredentials credentials = (key) -> key.startsWith("user") ? valid(key) : null;
		try (ConnectSessions sessions = SimulatedSessions.create(logins, credentials, SimulatedSessions.settings(USERS),
				System::nanoTime)) {
			ConnectSessionManager user = sessions.forUser("user");
			user.getSession();
			unknown(sessions, user, 50_000);
			long before = new HeapGrowth().measure(0);
			int served = unknown(sessions, user, UNKNOWN_KEYS);
			long after = new HeapGrowth().measure(0);
			new MarkdownTable("users: keys without credentials", "keys", "heap before, KiB", "heap after, KiB",
					"reads of a valid user meanwhile, all served", "logins")
				.row(UNKNOWN_KEYS, before / 1024, after / 1024, served, logins.requests())
				.print();
		}
	}

	private static int unknown(ConnectSessions sessions, ConnectSessionManager user, int keys) {
		int served = 0;
		for (int i = 0; i < keys; i++) {
			try {
				sessions.forUser("made-up-" + keys + "-" + i).getSession();
			}
			catch (ConnectApiException ex) {
				// There are no credentials.
				served += (user.getSession() != null) ? 1 : 0;
			}
		}
		return served;
	}

}
