package io.github.connectapi.fleet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/**
 * Rows of the table and logged statements of a database server.
 */
final class DatabaseTraces implements StoreTraces {

	private final DatabaseStore store;

	DatabaseTraces(DatabaseStore store) {
		this.store = store;
	}

	@Override
	public Map<String, byte[]> collect() {
		Path statements = this.store.directory().resolve("statements");
		try {
			return Map.of("rows", rows(), "statements",
					Files.readAllBytes(Files.exists(statements) ? statements : this.store.directory().resolve("log")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private byte[] rows() {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		try (Connection connection = DriverManager.getConnection(this.store.address());
				ResultSet rows = connection.createStatement().executeQuery("select * from getty_connect_session")) {
			while (rows.next()) {
				for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
					byte[] value = (i == 2) ? rows.getBytes(i)
							: String.valueOf(rows.getObject(i)).getBytes(StandardCharsets.UTF_8);
					content.writeBytes((value != null) ? value : new byte[0]);
				}
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		return content.toByteArray();
	}

	@Override
	public void plant(String text) {
		try (Connection connection = DriverManager.getConnection(this.store.address());
				PreparedStatement insert = connection
					.prepareStatement("insert into getty_connect_session values ('planted', ?, 0, null, 0)")) {
			insert.setBytes(1, text.getBytes(StandardCharsets.UTF_8));
			insert.execute();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		// Each operation has a connection of its own.
	}

}
