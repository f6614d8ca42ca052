package io.github.connectapi.jdbc.autoconfigure;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.boot.jdbc.init.PlatformPlaceholderDatabaseDriverResolver;
import org.springframework.boot.sql.init.DatabaseInitializationMode;
import org.springframework.boot.sql.init.DatabaseInitializationSettings;
import org.springframework.jdbc.datasource.init.ScriptStatementFailedException;

import io.github.connectapi.autoconfigure.StoreConnection;
import io.github.connectapi.jdbc.JdbcSessionStore;

/**
 * Creates the table of the shared session at the start. A database that cannot be reached
 * does not prevent the start, because sessions do without it; the store logs why.
 */
final class SessionTableInitializer extends DataSourceScriptDatabaseInitializer {

	private static final String SCRIPT = "classpath:io/github/connectapi/jdbc/schema-@@platform@@.sql";

	private static final String PROPERTY = "getty.connect.session.shared.jdbc.initialize-schema";

	SessionTableInitializer(DataSource dataSource, DatabaseInitializationMode mode) {
		super(dataSource, settings(dataSource, mode));
	}

	private static DatabaseInitializationSettings settings(DataSource dataSource, DatabaseInitializationMode mode) {
		DatabaseInitializationSettings settings = new DatabaseInitializationSettings();
		settings.setMode(mode);
		if (mode != DatabaseInitializationMode.NEVER) {
			settings.setSchemaLocations(scripts(dataSource));
		}
		return settings;
	}

	private static List<String> scripts(DataSource dataSource) {
		try {
			return new PlatformPlaceholderDatabaseDriverResolver().withDriverPlatform(DatabaseDriver.MYSQL, "mariadb")
				.resolveAll(dataSource, SCRIPT);
		}
		catch (RuntimeException ex) {
			return List.of();
		}
	}

	@Override
	public boolean initializeDatabase() {
		try {
			return super.initializeDatabase();
		}
		catch (ScriptStatementFailedException ex) {
			// Another instance may have created it at the same time.
			if (new JdbcSessionStore(getDataSource(), Duration.ofSeconds(5)).read("none").isResponse()) {
				return false;
			}
			throw failure(ex);
		}
		catch (RuntimeException ex) {
			return false;
		}
	}

	// Without the message of the cause, which may contain values.
	private static RuntimeException failure(ScriptStatementFailedException ex) {
		String state = (ex.getCause() instanceof SQLException cause) ? cause.getSQLState() : "unknown";
		return StoreConnection.problem(PROPERTY,
				"The table getty_connect_session cannot be created (SQL state %s)".formatted(state),
				"Create it with one of the scripts schema-*.sql of connect-api-jdbc as a user that may create tables, and remove %s."
					.formatted(PROPERTY));
	}

}
