package io.github.connectapi.user;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectSession;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.session.LocalSessionGroups;
import io.github.connectapi.session.SessionSettings;
import io.github.connectapi.test.time.ManualTime;

import static org.awaitility.Awaitility.await;

/**
 * Random events in the lives of many users. Between two steps, nothing runs. Within one,
 * acquisitions run on real threads, so that a seed reproduces the events, but not the
 * order of the threads.
 */
final class SoakUsersRun implements AutoCloseable {

	private static final int SYSTEMS = 4;

	private static final int READS = 300;

	private static final int MAX_HANGING = 15;

	private static final Duration ACQUISITION_TIMEOUT = Duration.ofSeconds(31);

	private static final List<String> REJECTIONS = List.of("InvalidSystemIdOrPassword", "AUTH-002");

	private final Random random;

	private final List<SoakUser> users;

	private final int maxUsers;

	private final ManualTime time = ManualTime.create();

	private final ConnectClient client = ConnectClient.builder(BaseUrl.of("https://localhost")).build();

	private final SoakServer server;

	private final SoakSharedFailures sharedFailures;

	private final DefaultConnectSessions sessions;

	/** Users whose session may end while they read. */
	private final Set<SoakUser> forgotten = new HashSet<>();

	SoakUsersRun(long seed, int count) {
		this.random = new Random(seed);
		this.users = IntStream.range(0, count).mapToObj((i) -> new SoakUser(i, SYSTEMS)).toList();
		Map<String, SoakUser> byKey = new ConcurrentHashMap<>();
		this.users.forEach((user) -> byKey.put(user.key, user));
		this.maxUsers = this.random.nextBoolean() ? count : count / 2;
		this.server = new SoakServer(byKey, this.time.nanos());
		this.sharedFailures = new SoakSharedFailures(this.server);
		ConnectSessionsBuilder builder = new ConnectSessionsBuilder(this.client, this.server::credentials)
			.settings(ConnectSessionsSettings.defaults().withMaxUsers(this.maxUsers).withMaxLoginsPerSecond(1000))
			.nanoClock(this.time.nanos())
			.clock(this.time.clock());
		this.sessions = new DefaultConnectSessions(builder, LocalSessionGroups.create(this.server::login,
				SessionSettings.defaults(), this.time.nanos(), this.time.clock(), this.time.newScheduler()));
	}

	/** Return the number of logins. */
	int steps(int count) {
		for (int step = 0; step < count; step++) {
			pass(this.random.nextInt(6) == 0 ? Duration.ofHours(2) : Duration.ofMinutes(3));
			happenToAll();
			// One event each, because an acquisition that it starts may still run.
			IntStream.range(0, READS / 3).mapToObj((i) -> anyUser()).distinct().forEach(this::happen);
			settle();
			read(limitHanging(IntStream.range(0, READS).mapToObj((i) -> anyUser()).distinct().toList()));
		}
		recover();
		return this.server.logins.get();
	}

	/**
	 * Users whose last acquisition failed wait for each other, if so many of them hang.
	 */
	private static List<SoakUser> limitHanging(List<SoakUser> readers) {
		Stream<SoakUser> hanging = readers.stream().filter(SoakUser::hangs).limit(MAX_HANGING);
		return Stream.concat(hanging, readers.stream().filter((user) -> !user.hangs())).toList();
	}

	private SoakUser anyUser() {
		// Some of them often, so that their sessions are renewed.
		int bound = this.random.nextBoolean() ? this.users.size() : this.users.size() / 20;
		return this.users.get(this.random.nextInt(bound));
	}

	private void pass(Duration max) {
		this.time.advance(Duration.ofSeconds(1 + this.random.nextLong(max.toSeconds())));
	}

	private void happenToAll() {
		String system = "system-" + this.random.nextInt(SYSTEMS);
		switch (this.random.nextInt(8)) {
			case 0 -> this.server.outage = true;
			case 1, 2 -> this.server.outage = false;
			case 3 -> this.server.rejectedSystems.put(system, REJECTIONS.get(this.random.nextInt(2)));
			case 4, 5 -> this.server.rejectedSystems.remove(system);
			case 6 -> {
				this.sessions.reset();
				this.sharedFailures.reset();
			}
			default -> {
			}
		}
	}

	private void happen(SoakUser user) {
		switch (this.random.nextInt(12)) {
			case 0 -> user.provider = SoakUser.Provider.THROWS;
			case 1 -> user.provider = SoakUser.Provider.RETURNS_NULL;
			case 2 -> user.provider = SoakUser.Provider.HANGS;
			case 3, 4 -> user.provider = SoakUser.Provider.NORMAL;
			case 5 -> user.password++;
			case 6 -> user.provide(user.password);
			case 7 -> user.provide(this.random.nextInt(3));
			case 8 -> user.serverFails = this.random.nextInt(8) == 0;
			case 9 -> reset(user);
			case 10 -> forget(user);
			default -> report(user);
		}
	}

	private void reset(SoakUser user) {
		user.reset();
		if (!user.hangs()) {
			this.sessions.reset(user.key);
		}
	}

	private void forget(SoakUser user) {
		user.session = null;
		this.sharedFailures.forgotten();
		this.sessions.forget(user.key);
	}

	private void report(SoakUser user) {
		ConnectSession current = user.session;
		if (current != null && !user.hangs()) {
			user.session = null;
			if (this.sessions.forUser(user.key).invalidate(current)) {
				user.reported = current;
			}
		}
	}

	private void read(List<SoakUser> readers) {
		long start = this.time.nanos().getAsLong();
		Set<SoakUser> expected = new HashSet<>();
		Map<SoakUser, CompletableFuture<ConnectSession>> stages = new HashMap<>();
		for (SoakUser user : readers) {
			if (user.hasSession(start, maxIdleNanos())) {
				expected.add(user);
			}
			stages.put(user, new CompletableFuture<>());
		}
		Set<SoakUser> healthy = new HashSet<>(readers.stream().filter((user) -> user.mayLogIn(start)).toList());
		readers.forEach(
				(user) -> stages.put(user, this.sessions.forUser(user.key).getSessionAsync().toCompletableFuture()));
		this.forgotten.clear();
		for (int i = 0; i < 5; i++) {
			SoakUser user = readers.get(this.random.nextInt(readers.size()));
			this.forgotten.add(user);
			this.sharedFailures.forgotten();
			this.sessions.forget(user.key);
		}
		awaitAll(stages);
		settle();
		this.forgotten.forEach((user) -> user.session = null);
		stages.forEach((user, stage) -> {
			check(user, stage, expected.contains(user), healthy.contains(user), start);
			user.read(start);
		});
		checkTables();
	}

	/**
	 * If there is no room for all users, those that are idle for a minute are evicted.
	 */
	private long maxIdleNanos() {
		return (this.maxUsers < this.users.size()) ? Duration.ofSeconds(57).toNanos()
				: Duration.ofMinutes(29).toNanos();
	}

	/** Providers that hang must not delay users whose provider does not. */
	private void awaitAll(Map<SoakUser, CompletableFuture<ConnectSession>> stages) {
		stages.forEach((user, stage) -> {
			if (!user.hangs()) {
				awaitEnd(user.key, stage);
			}
		});
		// Renewals that have not ended would be given up with those that hang.
		awaitUntil("the end of all renewals", () -> this.sessions.pool().queued() == 0
				&& this.sessions.pool().running() + this.sessions.pool().abandoned() == this.server.hanging.get());
		if (this.random.nextBoolean()) {
			this.server.released.countDown();
		}
		else {
			this.time.advance(ACQUISITION_TIMEOUT);
		}
		stages.forEach((user, stage) -> awaitEnd(user.key, stage));
		this.server.released.countDown();
	}

	private static void awaitEnd(String key, CompletableFuture<ConnectSession> stage) {
		try {
			stage.handle((session, failure) -> true).get(1, TimeUnit.MINUTES);
		}
		catch (InterruptedException | ExecutionException | TimeoutException ex) {
			throw new AssertionError("The acquisition of " + key + " does not end", ex);
		}
	}

	private static void awaitUntil(String description, Callable<Boolean> condition) {
		await(description).atMost(Duration.ofMinutes(1))
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(2))
			.until(condition);
	}

	/** Wait until nothing runs. */
	private void settle() {
		this.server.released.countDown();
		awaitUntil("the end of all acquisitions",
				() -> this.sessions.pool().queued() == 0 && this.sessions.pool().running() == 0
						&& this.sessions.pool().abandoned() == 0 && this.sessions.snapshot().acquiring() == 0);
		this.server.released = new CountDownLatch(1);
		this.sharedFailures.check(this.time.nanos().getAsLong());
		assertNoViolation();
	}

	private void check(SoakUser user, CompletableFuture<ConnectSession> stage, boolean expected, boolean healthy,
			long start) {
		if (!stage.isCompletedExceptionally()) {
			ConnectSession session = stage.join();
			check(session.accountId().orElseThrow().equals(user.key), "the session of another user than " + user.key);
			check(!session.equals(user.reported), "a session of " + user.key + " that was reported");
			return;
		}
		// It may have been evicted since the last read.
		user.session = null;
		if (this.forgotten.contains(user)) {
			return;
		}
		String failure = String.valueOf(stage.handle((session, ex) -> ex).join());
		check(!expected, "the valid session of " + user.key + " was lost: " + failure);
		check(!healthy || this.sharedFailures.concern(user, start), user.key + " was affected by others: " + failure);
	}

	private void checkTables() {
		ConnectSessionsSnapshot snapshot = this.sessions.snapshot();
		check(snapshot.users() <= this.maxUsers, snapshot.users() + " users");
		check(snapshot.users() == this.sessions.users().acquired(),
				this.sessions.users().acquired() + " permits for " + snapshot.users() + " users");
		check(snapshot.backoffs() <= this.users.size(), snapshot.backoffs() + " back-offs");
	}

	private void check(boolean condition, String message) {
		this.server.check(condition, message);
		assertNoViolation();
	}

	private void assertNoViolation() {
		@Nullable AssertionError violation = this.server.violation.get();
		if (violation != null) {
			throw violation;
		}
	}

	/** After all faults, each user gets a session. */
	private void recover() {
		this.server.outage = false;
		this.server.rejectedSystems.clear();
		this.users.forEach((user) -> {
			user.provider = SoakUser.Provider.NORMAL;
			user.serverFails = false;
			user.provide(user.password);
		});
		this.time.advance(Duration.ofHours(2));
		for (int i = 0; i < this.users.size(); i += READS) {
			// Some of the others must have been idle for a minute.
			this.time.advance(Duration.ofSeconds(6));
			read(this.users.subList(i, Math.min(this.users.size(), i + READS)));
		}
	}

	@Override
	public void close() {
		this.server.released.countDown();
		this.sessions.close();
		this.client.close();
	}

}
