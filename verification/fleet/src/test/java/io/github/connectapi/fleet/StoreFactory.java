package io.github.connectapi.fleet;

import java.net.URI;
import java.time.Duration;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import io.github.connectapi.jdbc.JdbcSessionStore;
import io.github.connectapi.redis.RedisSessionStore;
import io.github.connectapi.store.SessionStore;

/**
 * Creates the store of an instance, with clients that have the settings of Spring Boot.
 */
final class StoreFactory {

	private StoreFactory() {
	}

	/**
	 * Create a store.
	 * @param address {@code redis://host:port} or the URL of a database
	 */
	static SessionStore create(String address) {
		return address.startsWith("jdbc:") ? jdbc(address) : redis(URI.create(address));
	}

	private static SessionStore redis(URI address) {
		LettuceConnectionFactory connections = new LettuceConnectionFactory(address.getHost(), address.getPort());
		connections.afterPropertiesSet();
		connections.start();
		return new RedisSessionStore(connections);
	}

	private static SessionStore jdbc(String url) {
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(url);
		config.setMaximumPoolSize(3);
		config.setMinimumIdle(1);
		// A context of Spring Boot starts without its database, too.
		config.setInitializationFailTimeout(-1);
		return new JdbcSessionStore(new HikariDataSource(config), Duration.ofMillis(500));
	}

}
