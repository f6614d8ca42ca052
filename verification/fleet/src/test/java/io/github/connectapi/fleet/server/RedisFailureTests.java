package io.github.connectapi.fleet.server;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.data.redis.connection.RedisStandaloneConfiguration;

import io.github.connectapi.store.StoreResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Servers that refuse the operations of a store, or cannot be reached.
 */
@ServerTests
class RedisFailureTests {

	/** The rules of a user who may do what a store does, and no more. */
	private static final String RULES = "-@all +@connection +evalsha +eval +type +getrange +set +pttl +pexpire +del +time";

	private static final Duration KEEP = Duration.ofSeconds(5);

	private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);

	@ParameterizedTest
	@EnumSource
	void whenServerIsReplicaThenReadsAndIsUnavailableForChanges(RedisConnections client) {
		try (RedisServer primary = RedisServer.start();
				RedisServer replica = RedisServer.start("replicaof 127.0.0.1 " + primary.port())) {
			assertThat(client.use(client.to(replica), (store) -> store.read("v1-1")).isWon()).isTrue();
			assertRefused(client, replica, "READONLY");
		}
	}

	@ParameterizedTest
	@EnumSource
	void whenServerIsReplicaWithoutPrimaryThenIsUnavailable(RedisConnections client) {
		int port = ServerProcess.freePort();
		try (RedisServer replica = RedisServer.start("replicaof 127.0.0.1 " + port, "replica-serve-stale-data no")) {
			assertRefused(client, replica, "MASTERDOWN");
		}
	}

	@ParameterizedTest
	@EnumSource
	void whenPasswordIsMissingOrWrongThenIsUnavailable(RedisConnections client) {
		try (RedisServer server = RedisServer.start("requirepass correct")) {
			assertRefused(client, server, "");
			StoreResult wrong = replace(client, server, (configuration) -> configuration.setPassword("wrong"));
			assertThat(wrong.outcome()).isEqualTo(StoreResult.Outcome.UNAVAILABLE);
			assertThat(replace(client, server, (configuration) -> configuration.setPassword("correct")).isWon())
				.isTrue();
		}
	}

	@ParameterizedTest
	@EnumSource
	void whenRulesForbidScriptsOrKeysThenIsUnavailable(RedisConnections client) {
		try (RedisServer server = RedisServer.start("user default on nopass ~* +@all -@scripting")) {
			assertRefused(client, server, "NOPERM");
		}
		try (RedisServer server = RedisServer.start("user default on nopass ~other:* +@all")) {
			assertRefused(client, server, "NOPERM");
		}
	}

	@ParameterizedTest
	@EnumSource
	void whenRulesAllowOnlyWhatIsDocumentedThenStores(RedisConnections client) {
		try (RedisServer server = RedisServer.start("user default on nopass ~getty-connect:* " + RULES)) {
			assertThat(replace(client, server).isWon()).isTrue();
		}
	}

	@ParameterizedTest
	@EnumSource
	void whenServerIsFullThenIsUnavailable(RedisConnections client) {
		try (RedisServer server = RedisServer.start("maxmemory 1")) {
			assertRefused(client, server, "OOM");
		}
	}

	@ParameterizedTest
	@EnumSource
	void whenServerIsStoppedThenIsUnavailable(RedisConnections client) {
		try (RedisServer server = RedisServer.start()) {
			server.kill();
			assertRefused(client, server, "");
		}
	}

	private static void assertRefused(RedisConnections client, RedisServer server, String code) {
		StoreResult result = replace(client, server);
		assertThat(result.outcome()).isEqualTo(StoreResult.Outcome.UNAVAILABLE);
		assertThat(result.cause().orElseThrow()).hasStackTraceContaining(code);
	}

	private static StoreResult replace(RedisConnections client, RedisServer server) {
		return replace(client, server, (configuration) -> {
		});
	}

	private static StoreResult replace(RedisConnections client, RedisServer server,
			Consumer<RedisStandaloneConfiguration> customizer) {
		RedisStandaloneConfiguration configuration = new RedisStandaloneConfiguration("127.0.0.1", server.port());
		customizer.accept(configuration);
		return client.use(client.to(configuration, false), (store) -> store.replace("v1-1", null, CONTENT, KEEP, "me"));
	}

}
