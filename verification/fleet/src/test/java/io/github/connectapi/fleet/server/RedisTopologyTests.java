package io.github.connectapi.fleet.server;

import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

import org.springframework.data.redis.connection.RedisConnectionFactory;

import io.github.connectapi.redis.RedisSessionStore;
import io.github.connectapi.store.SessionStore;
import io.github.connectapi.store.SessionStoreContract;

/**
 * The contract of a store with installed servers, in each topology, with each client.
 */
@ServerTests
class RedisTopologyTests {

	private static @Nullable RedisServer server;

	private static @Nullable RedisCluster cluster;

	private static @Nullable RedisSentinel sentinel;

	@BeforeAll
	static void start() {
		server = RedisServer.start();
		cluster = RedisCluster.start();
		sentinel = RedisSentinel.start();
	}

	@AfterAll
	static void stop() throws Exception {
		for (AutoCloseable each : new AutoCloseable[] { sentinel, cluster, server }) {
			if (each != null) {
				each.close();
			}
		}
	}

	@Nested
	class LettuceWithServer extends Contract {

		LettuceWithServer() {
			super(RedisConnections.LETTUCE, RedisConnections.LETTUCE.to(Objects.requireNonNull(server)));
		}

	}

	@Nested
	class JedisWithServer extends Contract {

		JedisWithServer() {
			super(RedisConnections.JEDIS, RedisConnections.JEDIS.to(Objects.requireNonNull(server)));
		}

	}

	@Nested
	class LettuceWithCluster extends Contract {

		LettuceWithCluster() {
			super(RedisConnections.LETTUCE, RedisConnections.LETTUCE.to(Objects.requireNonNull(cluster)));
		}

	}

	@Nested
	class JedisWithCluster extends Contract {

		JedisWithCluster() {
			super(RedisConnections.JEDIS, RedisConnections.JEDIS.to(Objects.requireNonNull(cluster)));
		}

	}

	@Nested
	class LettuceWithSentinel extends Contract {

		LettuceWithSentinel() {
			super(RedisConnections.LETTUCE, RedisConnections.LETTUCE.to(Objects.requireNonNull(sentinel)));
		}

	}

	@Nested
	class JedisWithSentinel extends Contract {

		JedisWithSentinel() {
			super(RedisConnections.JEDIS, RedisConnections.JEDIS.to(Objects.requireNonNull(sentinel)));
		}

	}

	private abstract static class Contract extends SessionStoreContract {

		private final RedisConnections client;

		private final RedisConnectionFactory connections;

		private final SessionStore store;

		Contract(RedisConnections client, RedisConnectionFactory connections) {
			this.client = client;
			this.connections = connections;
			this.store = new RedisSessionStore(connections);
		}

		@AfterEach
		void disconnect() {
			this.client.close(this.connections);
		}

		@Override
		protected SessionStore store() {
			return this.store;
		}

		@Override
		protected void pass(Duration duration) {
			ServerProcess.sleep(duration.toMillis());
		}

	}

}
