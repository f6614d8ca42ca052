package io.github.connectapi.fleet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.connectapi.fleet.server.ServerTests;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Searches credentials and tokens in all that stores and instances leave behind.
 */
@ServerTests
class CanaryTests {

	private static final String PASSWORD = "canary p@ssw\u00f6rd/+1";

	private static final String ACCOUNT = "canary-account-4711";

	private static final String SECRET = "canary secret of all instances, of 32 or more characters";

	/** All loggers but those of HttpCore, which write whole requests at this level. */
	private static final String LOGGING = """
			handlers=java.util.logging.ConsoleHandler
			java.util.logging.ConsoleHandler.level=ALL
			.level=ALL
			org.apache.hc.level=INFO
			sun.level=INFO
			jdk.level=INFO
			java.level=INFO
			""";

	private final Canaries canaries = new Canaries().add("password", PASSWORD)
		.add("account", ACCOUNT)
		.add("system password", FakeConnectServerBuilder.SYSTEM_PASSWORD)
		.add("secret", SECRET);

	@TempDir
	private Path directory;

	@ParameterizedTest
	@MethodSource("io.github.connectapi.fleet.StoreUnderTest#all")
	void whenOperationsFailThenNoSecretIsInStoreOrLogs(StoreUnderTest store) throws Exception {
		var api = FakeConnectServer.builder().user(FakeConnectServerBuilder.USER_NAME, PASSWORD, ACCOUNT);
		try (Fleet fleet = Fleet.start("canaries in store and logs", store, api);
				SessionObserver observer = new SessionObserver(fleet, PASSWORD, SECRET, this.canaries)) {
			List<Instance> instances = fleet.start(2, options(fleet));
			assertThat(Fleet.calls(instances)).containsOnly("ok");
			fleet.store().stop();
			fleet.store().startEmpty();
			fleet.awaitRecord();
			try (StoreTraces traces = StoreTraces.of(fleet.store())) {
				fail(fleet, observer, instances);
				traces.collect().forEach((name, content) -> {
					assertThat(content).as(name).isNotEmpty();
					assertThat(this.canaries.findIn(content)).as(name).isEmpty();
				});
				assertThat(instances).allSatisfy((instance) -> {
					byte[] log = instance.log().getBytes(StandardCharsets.UTF_8);
					assertThat(instance.log()).contains("FINE").contains("Connect session");
					assertThat(this.canaries.findIn(log)).isEmpty();
				});
				traces.plant(PASSWORD);
				assertThat(traces.collect())
					.allSatisfy((name, content) -> assertThat(this.canaries.findIn(content)).as(name).isNotEmpty());
			}
			fleet.conclude(Expectation.logins(2, 4).renewals(0, 2));
		}
	}

	private void fail(Fleet fleet, SessionObserver observer, List<Instance> instances) {
		observer.awaitNextSession();
		instances.get(0).renew();
		observer.awaitNextSession();
		// A token that was never accepted at an instance, and is rejected there, would be
		// taken for one that only the others can use.
		Fleet.awaitOneSession(instances, Duration.ofSeconds(20));
		assertThat(Fleet.calls(instances)).containsOnly("ok");
		fleet.api().revokeAll();
		assertThat(Fleet.calls(instances)).containsOnly("ok");
		observer.awaitNextSession();
		fleet.api().accounts().changeUserPassword(FakeConnectServerBuilder.USER_NAME, "changed");
		fleet.api().revokeAll();
		assertThat(Fleet.calls(instances)).allMatch((result) -> result.startsWith("failed"));
	}

	private InstanceOptions options(Fleet fleet) throws IOException {
		Path logging = Files.writeString(this.directory.resolve("logging.properties"), LOGGING);
		return fleet.options()
			.withUserPassword(PASSWORD)
			.withSecret(SECRET)
			.withPollInterval(Duration.ofSeconds(1))
			.withProperty("java.util.logging.config.file", logging.toString());
	}

}
