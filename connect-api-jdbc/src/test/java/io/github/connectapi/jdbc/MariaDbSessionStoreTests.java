package io.github.connectapi.jdbc;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * Tests for {@link JdbcSessionStore} with the MariaDB server of this machine, or with the
 * database at the URL {@code connect-api.test.mariadb}.
 */
@EnabledIf(value = "isAvailable", disabledReason = "SKIPPED: MariaDB does not accept the login")
class MariaDbSessionStoreTests extends JdbcStoreContract {

	private static final TestDatabase database = TestDatabase.mariaDb();

	MariaDbSessionStoreTests() {
		super(database.dataSource(), JdbcDialect.MARIADB);
	}

	static boolean isAvailable() {
		return database.isAvailable();
	}

	@AfterAll
	static void dropSchema() {
		database.close();
	}

}
