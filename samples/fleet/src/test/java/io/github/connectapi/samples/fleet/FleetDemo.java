package io.github.connectapi.samples.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.connectapi.test.FakeConnectServer;

/**
 * Demonstrates how three instances share a session, and prints each step with the number
 * of logins that the server received. Throws an exception if they do not behave as
 * expected.
 */
final class FleetDemo {

	private static final List<Integer> NUMBERS = List.of(1, 2, 3);

	private static final String NEW_PASSWORD = "new-password";

	private final FakeConnectServer server;

	private final RestartableRedis redis;

	private final Fleet fleet;

	private final Map<String, String> environment;

	private final InstanceClient client = new InstanceClient();

	private final Instant start = Instant.now();

	private int logins;

	FleetDemo(FakeConnectServer server, RestartableRedis redis, Fleet fleet, Map<String, String> environment) {
		this.server = server;
		this.redis = redis;
		this.fleet = fleet;
		this.environment = environment;
	}

	void run() throws InterruptedException {
		print("A fake Connect API and a Redis have started. Tokens are valid for one minute.");
		print("For this demo, a session is renewed after 12%% of its lifetime, not after 80%% or more, and each "
				+ "instance reads Redis every 2 s, not every 10 s, and waits for it up to 5 s, not 500 ms.");
		start(Map.of());
		print("Three instances of an application have started. Their process ids are %s. %s", pids(), countLogins(0));
		Instance first = demonstrateOneLogin();
		demonstrateKill(first);
		demonstrateRevocation();
		demonstrateOutage(other(first));
		demonstrateWrongPassword();
		print("In all, %d logins. Without a shared session, each of the 11 processes needs at least one.", this.logins);
		print("The end.");
	}

	private Instance demonstrateOneLogin() {
		assertSearches(1);
		List<Instance> creators = instances().stream()
			.filter((instance) -> instance.hasLogged("Connect session created"))
			.toList();
		Assert.state(creators.size() == 1, () -> "%d instances logged in".formatted(creators.size()));
		Instance first = creators.get(0);
		print("All three searched for pictures at the same time. Instance %d logged in, the others use its session. %s",
				first.number(), countLogins(1));
		return first;
	}

	private void demonstrateKill(Instance killed) throws InterruptedException {
		killed.kill();
		int renewals = this.server.count("RenewSession");
		print("Instance %d was killed. Its session is not lost. %s", killed.number(), countLogins(0));
		Await.until("Another instance renews the session", Duration.ofSeconds(20),
				() -> this.server.count("RenewSession") > renewals);
		print("Another instance has renewed the session. %s", countLogins(0));
		start(killed.number(), Map.of()).awaitStart();
		assertSearches(1);
		print("Instance %d was started again. It uses the session of the others. %s", killed.number(), countLogins(0));
	}

	private void demonstrateRevocation() {
		// A token that was rejected before it was ever accepted here may be valid for the
		// others only.
		assertSearches(1);
		this.server.revokeAll();
		assertSearches(1);
		print("The server revoked all tokens. The next search of each instance succeeded nevertheless. %s",
				countLogins(1));
	}

	private void demonstrateOutage(Instance restarted) throws InterruptedException {
		this.redis.stop();
		assertSearches(20);
		print("Redis was stopped. 60 searches succeeded. %s", countLogins(0));
		restarted.stop();
		start(restarted.number(), Map.of()).awaitStart();
		assertSearches(1);
		print("Instance %d was restarted without Redis. It logged in for itself. %s", restarted.number(),
				countLogins(1));
		Assert.state(countSessions() == 2, "One instance must have a session of its own");
		this.redis.start();
		Duration duration = Await.until("All instances use one session again", Duration.ofSeconds(40),
				() -> countSessions() == 1);
		assertSearches(1);
		print("Redis is back, without its data. After %d s all instances use one session again. %s",
				duration.toSeconds(), countLogins(0));
	}

	private void demonstrateWrongPassword() throws InterruptedException {
		this.server.accounts().changeUserPassword(this.environment.get("GETTY_USER_NAME"), NEW_PASSWORD);
		restart("wrong-password");
		int found = 0;
		for (int i = 0; i < 10; i++) {
			found += this.client.search(instances());
		}
		Assert.state(found == 0, "A search succeeded with a wrong password");
		print("The password was changed, and all instances were restarted with a wrong one. 30 searches failed. %s",
				countLogins(1));
		restart(NEW_PASSWORD);
		assertSearches(1);
		print("They were restarted with the correct password. Their searches succeed. %s", countLogins(1));
	}

	private void restart(String password) throws InterruptedException {
		for (Instance instance : instances()) {
			instance.stop();
		}
		start(Map.of("GETTY_USER_PASSWORD", password));
	}

	private void start(Map<String, String> changes) throws InterruptedException {
		List<Instance> started = NUMBERS.stream().map((number) -> start(number, changes)).toList();
		for (Instance instance : started) {
			instance.awaitStart();
		}
	}

	private Instance start(int number, Map<String, String> changes) {
		Map<String, String> variables = new HashMap<>(this.environment);
		variables.putAll(changes);
		return this.fleet.start(number, variables);
	}

	private Collection<Instance> instances() {
		return this.fleet.instances().values();
	}

	private Instance other(Instance instance) {
		return this.fleet.instances().get(instance.number() % NUMBERS.size() + 1);
	}

	private String pids() {
		return instances().stream().map((instance) -> Long.toString(instance.pid())).collect(Collectors.joining(", "));
	}

	/** Search with all instances a number of times. Each search must succeed. */
	private void assertSearches(int rounds) {
		for (int i = 0; i < rounds; i++) {
			int found = this.client.search(instances());
			Assert.state(found == NUMBERS.size(), () -> "Only %d of 3 searches succeeded".formatted(found));
		}
	}

	/**
	 * Return the number of different sessions: their ends are at least a second apart.
	 */
	private int countSessions() {
		List<Instant> ends = instances().stream().map(this.client::sessionExpiresAt).sorted().toList();
		int count = 1;
		for (int i = 1; i < ends.size(); i++) {
			count += (Duration.between(ends.get(i - 1), ends.get(i)).toMillis() < 1000) ? 0 : 1;
		}
		return count;
	}

	/** Check how many logins the server has received since the last step. */
	private String countLogins(int expected) {
		int all = this.server.count("CreateSession");
		int count = all - this.logins;
		Assert.state(count == expected,
				() -> "Expected %d logins but the server received %d".formatted(expected, count));
		this.logins = all;
		return "Logins: %d.".formatted(count);
	}

	private void print(String format, @Nullable Object... args) {
		double seconds = Duration.between(this.start, Instant.now()).toMillis() / 1000.0;
		System.out.printf(Locale.ROOT, "%5.1f s  %s%n", seconds, String.format(Locale.ROOT, format, args));
	}

}
