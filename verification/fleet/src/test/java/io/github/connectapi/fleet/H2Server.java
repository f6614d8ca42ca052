package io.github.connectapi.fleet;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.h2.tools.Server;

/**
 * An H2 server in the JVM of the tests, with a database in memory. It cannot be paused.
 */
final class H2Server implements StoreServer {

	private final int port = FreePorts.next();

	private Server server;

	H2Server() {
		startEmpty();
	}

	@Override
	public String address() {
		return "jdbc:h2:tcp://127.0.0.1:%d/mem:fleet;DB_CLOSE_DELAY=-1".formatted(this.port);
	}

	@Override
	public void startEmpty() {
		try {
			this.server = Server.createTcpServer("-tcpPort", Integer.toString(this.port), "-ifNotExists").start();
			try (Connection connection = DriverManager.getConnection(address())) {
				connection.createStatement().execute("DROP ALL OBJECTS");
				connection.createStatement().execute(JdbcTable.script("schema-h2.sql"));
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public boolean hasRecord() {
		return JdbcTable.hasRecord(address());
	}

	@Override
	public void stop() {
		this.server.stop();
	}

	@Override
	public void pause() {
		throw new UnsupportedOperationException();
	}

	@Override
	public void resume() {
		throw new UnsupportedOperationException();
	}

	@Override
	public void close() {
		stop();
	}

}
