package io.github.connectapi.fleet.server;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;

import io.github.connectapi.jdbc.JdbcSessionStore;
import io.github.connectapi.redis.RedisSessionStore;
import io.github.connectapi.store.SessionStore;

/**
 * Stores of each product, used through a proxy.
 */
final class ProxiedStores implements AutoCloseable {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private final DatabaseServers databases;

	private final Map<Product, RedisServer> redis = new ConcurrentHashMap<>();

	ProxiedStores(DatabaseServers databases) {
		this.databases = databases;
	}

	Client connect(Product product) {
		return (product == Product.REDIS) ? connectToRedis() : connectTo(DatabaseTemplate.valueOf(product.name()));
	}

	private Client connectToRedis() {
		int port = this.redis.computeIfAbsent(Product.REDIS, (key) -> RedisServer.start()).port();
		TcpProxy proxy = new TcpProxy(port);
		RedisConnectionFactory proxied = connect(proxy.port());
		RedisConnectionFactory direct = connect(port);
		return new Client(proxy, new RedisSessionStore(proxied), new RedisSessionStore(direct), () -> {
			RedisConnections.LETTUCE.close(proxied);
			RedisConnections.LETTUCE.close(direct);
		});
	}

	private static RedisConnectionFactory connect(int port) {
		return RedisConnections.LETTUCE.to(new RedisStandaloneConfiguration("127.0.0.1", port), false);
	}

	private Client connectTo(DatabaseTemplate product) {
		String url = this.databases.server(product).url();
		String port = url.replaceAll(".*127.0.0.1:([0-9]+)/.*", "$1");
		TcpProxy proxy = new TcpProxy(Integer.parseInt(port));
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(url.replace(":" + port, ":" + proxy.port()));
		config.setMaximumPoolSize(1);
		HikariDataSource pool = new HikariDataSource(config);
		return new Client(proxy, new JdbcSessionStore(pool, TIMEOUT),
				new JdbcSessionStore(this.databases.unpooled(product), TIMEOUT), pool::close);
	}

	@Override
	public void close() {
		this.redis.values().forEach(RedisServer::close);
	}

	/**
	 * The products.
	 */
	enum Product {

		REDIS, POSTGRESQL, MARIADB

	}

	/**
	 * A client of a server.
	 *
	 * @param proxy the proxy
	 * @param store the store through the proxy
	 * @param direct the store without it
	 * @param connections closes the connections
	 */
	record Client(TcpProxy proxy, SessionStore store, SessionStore direct,
			Runnable connections) implements AutoCloseable {

		@Override
		public void close() {
			this.proxy.close();
			this.connections.run();
		}

	}

}
