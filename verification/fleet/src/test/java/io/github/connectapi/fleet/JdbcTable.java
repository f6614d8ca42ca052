package io.github.connectapi.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;

import io.github.connectapi.jdbc.JdbcSessionStore;

/**
 * The table of a fleet in a database.
 */
final class JdbcTable {

	private JdbcTable() {
	}

	/** Return a script that creates the table. */
	static String script(String name) {
		try (InputStream input = JdbcSessionStore.class.getResourceAsStream(name)) {
			return new String(input.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Return whether there is a record in the database at this URL. */
	static boolean hasRecord(String url) {
		try (Connection connection = DriverManager.getConnection(url);
				ResultSet rows = connection.createStatement()
					.executeQuery("SELECT 1 FROM getty_connect_session WHERE content IS NOT NULL")) {
			return rows.next();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
