package io.github.connectapi.fleet;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import io.github.connectapi.fleet.server.DatabaseServer;

/**
 * A database server that a row starts for itself.
 */
final class DatabaseStore implements StoreServer {

	private final DatabaseServer server;

	private final String script;

	DatabaseStore(String product) {
		this.server = product.equals("mariadb") ? DatabaseServer.mariaDb() : DatabaseServer.postgreSql();
		this.script = "schema-%s.sql".formatted(product);
		clear();
	}

	private void clear() {
		try (Connection connection = DriverManager.getConnection(this.server.url())) {
			connection.createStatement().execute("drop table if exists getty_connect_session");
			connection.createStatement().execute(JdbcTable.script(this.script));
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Return the directory with the logs of the server. */
	Path directory() {
		return this.server.directory();
	}

	@Override
	public String address() {
		return this.server.url();
	}

	@Override
	public void pause() {
		this.server.suspend();
	}

	@Override
	public void resume() {
		this.server.resume();
	}

	@Override
	public void stop() {
		this.server.kill();
	}

	@Override
	public void startEmpty() {
		this.server.restart();
		clear();
	}

	@Override
	public boolean hasRecord() {
		return JdbcTable.hasRecord(address());
	}

	@Override
	public void close() {
		this.server.close();
	}

}
