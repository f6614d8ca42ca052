package io.github.connectapi.fleet.server;

import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import io.github.connectapi.jdbc.JdbcSessionStore;

/**
 * The database servers of a test, with the table, and pools of connections to them.
 */
final class DatabaseServers implements AutoCloseable {

	private final Map<DatabaseTemplate, DatabaseServer> servers = new ConcurrentHashMap<>();

	private final Deque<HikariDataSource> pools = new ConcurrentLinkedDeque<>();

	DatabaseServer server(DatabaseTemplate product) {
		return this.servers.computeIfAbsent(product, DatabaseServers::start);
	}

	private static DatabaseServer start(DatabaseTemplate product) {
		DatabaseServer server = (product == DatabaseTemplate.MARIADB) ? DatabaseServer.mariaDb()
				: DatabaseServer.postgreSql();
		String script = "schema-" + product.name().toLowerCase(Locale.ROOT) + ".sql";
		new ResourceDatabasePopulator(new ClassPathResource(script, JdbcSessionStore.class))
			.execute(new DriverManagerDataSource(server.url()));
		return server;
	}

	/** Return connections of which each is used once. */
	DataSource unpooled(DatabaseTemplate product) {
		return new DriverManagerDataSource(server(product).url());
	}

	HikariDataSource pool(DatabaseTemplate product, Consumer<HikariConfig> customizer) {
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(server(product).url());
		config.setMaximumPoolSize(3);
		config.setMinimumIdle(1);
		customizer.accept(config);
		HikariDataSource pool = new HikariDataSource(config);
		this.pools.push(pool);
		return pool;
	}

	@Override
	public void close() {
		this.pools.forEach(HikariDataSource::close);
		this.servers.values().forEach(DatabaseServer::close);
	}

}
