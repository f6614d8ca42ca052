package io.github.connectapi.jdbc;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Tests for {@link JdbcSessionStore} with H2.
 */
class H2SessionStoreTests extends JdbcStoreContract {

	H2SessionStoreTests() {
		super(new DriverManagerDataSource("jdbc:h2:mem:store;DB_CLOSE_DELAY=-1"), JdbcDialect.H2);
	}

}
