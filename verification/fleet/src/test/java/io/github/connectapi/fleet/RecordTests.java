package io.github.connectapi.fleet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for records that are lost, older or foreign.
 */
class RecordTests {

	private static final Duration SECOND = Duration.ofSeconds(1);

	private static final Duration TWENTY_SECONDS = Duration.ofSeconds(20);

	@RowTest
	void whenStoreIsRestartedEmptyThenTheSessionIsPutBackAndAdopted(StoreUnderTest store) {
		try (Fleet fleet = Fleet.start("store restarted empty", store)) {
			InstanceOptions options = fleet.options().withPollInterval(SECOND);
			List<Instance> instances = fleet.start(2, options);
			assertThat(Fleet.calls(instances)).containsOnly("ok");
			fleet.store().stop();
			fleet.store().startEmpty();
			fleet.awaitRecord();
			Instance later = fleet.start(options);
			assertThat(Fleet.sessions(List.of(instances.get(0), instances.get(1), later))).hasSize(1);
			fleet.conclude(Expectation.logins(1));
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("io.github.connectapi.fleet.StoreUnderTest#redis")
	void whenContentIsForeignThenItIsReplacedWithoutALogin(StoreUnderTest store) {
		try (Fleet fleet = Fleet.start("foreign content: put back", store);
				Records records = new Records(fleet.store().address())) {
			Instance instance = fleet.start(fleet.options().withPollInterval(SECOND));
			assertThat(instance.call()).isEqualTo("ok");
			String key = records.sessionKey();
			byte[] content = records.commands().get(key);
			for (byte[] foreign : List.of("text".getBytes(StandardCharsets.UTF_8), serialized(),
					new byte[50 * 1024 * 1024])) {
				records.commands().set(key, foreign);
				long before = records.bytesSent();
				Waiting.until("replaced", TWENTY_SECONDS, () -> isReplaced(records, key, foreign.length));
				assertThat(records.bytesSent() - before).isLessThan(120 * 1024);
			}
			records.commands().del(key);
			records.commands().hset(key, "field", "value".getBytes(StandardCharsets.UTF_8));
			Waiting.until("replaced", TWENTY_SECONDS, () -> records.commands().type(key).equals("string"));
			assertThat(content).isNotEmpty();
			assertThat(instance.call()).isEqualTo("ok");
			fleet.conclude(Expectation.logins(1));
		}
	}

	private static boolean isReplaced(Records records, String key, int length) {
		long size = records.commands().strlen(key);
		return size > 0 && size != length;
	}

	private static byte[] serialized() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream output = new ObjectOutputStream(bytes)) {
			output.writeObject(Map.of("key", "value"));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return bytes.toByteArray();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("io.github.connectapi.fleet.StoreUnderTest#redis")
	void whenContentAndClaimAreForeignThenAColdInstanceLogsIn(StoreUnderTest store) {
		try (Fleet fleet = Fleet.start("foreign content and endless claim: 1 more login", store);
				Records records = new Records(fleet.store().address())) {
			Instance first = fleet.start(fleet.options());
			assertThat(first.session()).doesNotStartWith("failed");
			first.close();
			byte[] foreign = "foreign".getBytes(StandardCharsets.UTF_8);
			records.commands().set(records.claimKey(), foreign);
			records.commands().set(records.sessionKey(), foreign);
			List<Instance> instances = fleet.start(2, fleet.options());
			assertThat(Fleet.sessions(instances)).hasSize(1).noneMatch((token) -> token.startsWith("failed"));
			assertThat(records.commands().strlen(records.sessionKey())).isGreaterThan(foreign.length);
			fleet.conclude(Expectation.logins(2));
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("io.github.connectapi.fleet.StoreUnderTest#redis")
	void whenAnOlderRecordReturnsThenTheLatestIsPutBack(StoreUnderTest store) {
		try (Fleet fleet = Fleet.start("older record after a failover", store);
				Records records = new Records(fleet.store().address())) {
			List<Instance> instances = fleet.start(2, fleet.options().withPollInterval(SECOND));
			String token = Fleet.sessions(instances).iterator().next();
			String key = records.sessionKey();
			byte[] older = records.commands().get(key);
			instances.get(0).renew();
			Waiting.until("renewed", TWENTY_SECONDS, () -> !Fleet.sessions(instances).contains(token));
			records.commands().set(key, older);
			Waiting.until("put back", TWENTY_SECONDS, () -> records.commands().strlen(key) > 0
					&& !java.util.Arrays.equals(records.commands().get(key), older));
			Instance later = fleet.start(fleet.options());
			assertThat(Fleet.sessions(List.of(instances.get(0), instances.get(1), later))).hasSize(1)
				.doesNotContain(token);
			fleet.conclude(Expectation.logins(1).renewals(1));
		}
	}

}
