package io.github.connectapi.jdbc;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Tests for {@link JdbcSessionStore} with the database at the URL
 * {@code connect-api.test.mariadb}.
 */
@EnabledIfSystemProperty(named = MariaDbSessionStoreTests.URL, matches = "jdbc:.+",
		disabledReason = "SKIPPED: no URL of a database is set")
class MariaDbSessionStoreTests extends JdbcStoreContract {

	static final String URL = "connect-api.test.mariadb";

	MariaDbSessionStoreTests() {
		super(new DriverManagerDataSource(System.getProperty(URL)), JdbcDialect.MARIADB);
	}

}
