package io.github.connectapi.redis;

import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import io.github.connectapi.store.SessionStore;
import io.github.connectapi.store.SessionStoreContract;

/**
 * Tests for {@link RedisSessionStore} with Lettuce.
 */
class LettuceSessionStoreTests extends SessionStoreContract {

	private static EmbeddedRedis redis;

	private static LettuceConnectionFactory connections;

	@BeforeAll
	static void start() {
		redis = new EmbeddedRedis();
		connections = new LettuceConnectionFactory("127.0.0.1", redis.port());
		connections.afterPropertiesSet();
		connections.start();
	}

	@AfterAll
	static void stop() {
		connections.destroy();
		redis.close();
	}

	@Override
	protected SessionStore store() {
		return new RedisSessionStore(connections);
	}

	@Override
	protected void pass(Duration duration) {
		try {
			Thread.sleep(duration.toMillis());
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
