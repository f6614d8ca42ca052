package io.github.connectapi.jdbc;

import java.time.Duration;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import io.github.connectapi.store.SessionStore;
import io.github.connectapi.store.SessionStoreContract;

/**
 * The contract of a store, with the time of a real database.
 */
abstract class JdbcStoreContract extends SessionStoreContract {

	private final DataSource dataSource;

	private final JdbcSessionStore store;

	private final JdbcDialect dialect;

	JdbcStoreContract(DataSource dataSource, JdbcDialect dialect) {
		this.dataSource = dataSource;
		this.store = new JdbcSessionStore(dataSource, Duration.ofSeconds(2));
		this.dialect = dialect;
	}

	@BeforeEach
	void createTable() {
		new ResourceDatabasePopulator(new ClassPathResource(this.dialect.script(), JdbcSessionStore.class))
			.execute(this.dataSource);
	}

	@Override
	protected SessionStore store() {
		return this.store;
	}

	@Override
	protected void pass(Duration duration) {
		try {
			Thread.sleep(duration.toMillis());
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
