package io.github.connectapi.fleet.server;

import java.util.function.Function;

import org.springframework.data.redis.connection.RedisClusterConfiguration;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.RedisSentinelConfiguration;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.jedis.JedisClientConfiguration;
import org.springframework.data.redis.connection.jedis.JedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import io.github.connectapi.redis.RedisSessionStore;
import io.github.connectapi.store.SessionStore;
import io.github.connectapi.store.StoreResult;

/**
 * Connections of the two clients to servers.
 */
enum RedisConnections {

	LETTUCE {
		@Override
		RedisConnectionFactory to(RedisStandaloneConfiguration server, boolean secured) {
			var client = LettuceClientConfiguration.builder();
			return start(new LettuceConnectionFactory(server,
					secured ? client.useSsl().disablePeerVerification().build() : client.build()));
		}

		@Override
		RedisConnectionFactory to(RedisCluster cluster) {
			return start(new LettuceConnectionFactory(new RedisClusterConfiguration(cluster.addresses())));
		}

		@Override
		RedisConnectionFactory to(RedisSentinel sentinel) {
			return start(new LettuceConnectionFactory(configuration(sentinel)));
		}

		private RedisConnectionFactory start(LettuceConnectionFactory connections) {
			connections.afterPropertiesSet();
			connections.start();
			return connections;
		}

		@Override
		void close(RedisConnectionFactory connections) {
			((LettuceConnectionFactory) connections).destroy();
		}
	},

	JEDIS {
		@Override
		RedisConnectionFactory to(RedisStandaloneConfiguration server, boolean secured) {
			var client = JedisClientConfiguration.builder();
			return start(new JedisConnectionFactory(server, secured ? client.useSsl().build() : client.build()));
		}

		@Override
		RedisConnectionFactory to(RedisCluster cluster) {
			return start(new JedisConnectionFactory(new RedisClusterConfiguration(cluster.addresses())));
		}

		@Override
		RedisConnectionFactory to(RedisSentinel sentinel) {
			return start(new JedisConnectionFactory(configuration(sentinel)));
		}

		private RedisConnectionFactory start(JedisConnectionFactory connections) {
			connections.afterPropertiesSet();
			connections.start();
			return connections;
		}

		@Override
		void close(RedisConnectionFactory connections) {
			((JedisConnectionFactory) connections).destroy();
		}
	};

	abstract RedisConnectionFactory to(RedisStandaloneConfiguration server, boolean secured);

	abstract RedisConnectionFactory to(RedisCluster cluster);

	abstract RedisConnectionFactory to(RedisSentinel sentinel);

	abstract void close(RedisConnectionFactory connections);

	RedisConnectionFactory to(RedisServer server) {
		return to(new RedisStandaloneConfiguration("127.0.0.1", server.port()), false);
	}

	/** Return the results of a store that is used with these connections. */
	StoreResult use(RedisConnectionFactory connections, Function<SessionStore, StoreResult> operation) {
		try {
			return operation.apply(new RedisSessionStore(connections));
		}
		finally {
			close(connections);
		}
	}

	private static RedisSentinelConfiguration configuration(RedisSentinel sentinel) {
		return new RedisSentinelConfiguration().master(RedisSentinel.NAME).sentinel("127.0.0.1", sentinel.port());
	}

}
