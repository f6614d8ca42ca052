package io.github.connectapi.jdbc;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * Tests for {@link JdbcSessionStore} with the PostgreSQL server of this machine, or with
 * the database at the URL {@code connect-api.test.postgresql}.
 */
@EnabledIf(value = "isAvailable", disabledReason = "SKIPPED: PostgreSQL does not accept the login")
class PostgreSqlSessionStoreTests extends JdbcStoreContract {

	private static final TestDatabase database = TestDatabase.postgreSql();

	PostgreSqlSessionStoreTests() {
		super(database.dataSource(), JdbcDialect.POSTGRESQL);
	}

	static boolean isAvailable() {
		return database.isAvailable();
	}

	@AfterAll
	static void dropSchema() {
		database.close();
	}

}
