package io.github.connectapi.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Schema of a database server that runs on this machine, or that a system property names.
 */
final class TestDatabase implements AutoCloseable {

	private final String url;

	private final String schema = "connect_api_" + UUID.randomUUID().toString().replace('-', '_');

	private final String schemaUrl;

	private final String drop;

	private TestDatabase(String url, String schemaParameter, String drop) {
		this.url = url;
		this.schemaUrl = url + (url.contains("?") ? "&" : "?") + schemaParameter.formatted(this.schema);
		this.drop = drop.formatted(this.schema);
	}

	static TestDatabase postgreSql() {
		String url = System.getProperty("connect-api.test.postgresql",
				"jdbc:postgresql://127.0.0.1:5432/test?user=root&connectTimeout=2");
		return new TestDatabase(url, "currentSchema=%s", "drop schema if exists %s cascade");
	}

	static TestDatabase mariaDb() {
		String url = System.getProperty("connect-api.test.mariadb",
				"jdbc:mariadb://127.0.0.1:3306/test?user=root&connectTimeout=2000");
		return new TestDatabase(url, "initSql=use %s", "drop schema if exists %s");
	}

	/** Return whether there is a server that accepts the login. */
	boolean isAvailable() {
		try (Connection connection = DriverManager.getConnection(this.url)) {
			return connection.isValid(2);
		}
		catch (SQLException ex) {
			return false;
		}
	}

	DataSource dataSource() {
		execute("create schema if not exists " + this.schema);
		return new DriverManagerDataSource(this.schemaUrl);
	}

	private void execute(String statement) {
		try (Connection connection = DriverManager.getConnection(this.url)) {
			connection.createStatement().execute(statement);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Drop the schema. */
	@Override
	public void close() {
		execute(this.drop);
	}

}
