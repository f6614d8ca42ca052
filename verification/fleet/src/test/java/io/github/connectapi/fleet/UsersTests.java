package io.github.connectapi.fleet;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the sessions of many users, each with an account of his own.
 */
class UsersTests {

	private static final int USERS = 50;

	@RowTest
	void whenInstancesRequestAllUsersAtOnceThenEachUserNeedsOneLogin(StoreUnderTest store) {
		try (Fleet fleet = Fleet.start("4 cold JVMs with 50 users, another is started", store)) {
			IntStream.range(0, USERS)
				.mapToObj((i) -> "user-" + i)
				.forEach((key) -> fleet.api().accounts().add(key, key, "account-" + key));
			// On a busy machine, 50 logins of 4 cold JVMs keep a store waiting.
			InstanceOptions options = fleet.options().withTimeout(Duration.ofSeconds(10));
			List<Instance> instances = fleet.start(4, options);
			instances.forEach((instance) -> instance.send("users " + USERS));
			List<String> tokens = Stream
				.concat(instances.stream().map((instance) -> instance.awaitResponse("users")),
						Stream.of(fleet.start(options).execute("users " + USERS)))
				.toList();
			assertThat(tokens).hasSize(5).containsOnly(tokens.get(0)).noneMatch((each) -> each.startsWith("failed"));
			fleet.conclude(Expectation.logins(USERS));
		}
	}

}
