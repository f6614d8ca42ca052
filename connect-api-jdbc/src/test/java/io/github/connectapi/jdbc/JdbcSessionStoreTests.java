package io.github.connectapi.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

import io.github.connectapi.store.StoreResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link JdbcSessionStore} and what an application does with its data source.
 */
class JdbcSessionStoreTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(1);

	private static final Duration KEEP = Duration.ofMinutes(1);

	private static final byte[] FIRST = "first".getBytes(StandardCharsets.UTF_8);

	private static final byte[] SECOND = "second".getBytes(StandardCharsets.UTF_8);

	private final DataSource dataSource = new DriverManagerDataSource("jdbc:h2:mem:transactions;DB_CLOSE_DELAY=-1");

	private final JdbcSessionStore store = new JdbcSessionStore(this.dataSource, TIMEOUT);

	@BeforeEach
	void createTable() {
		new ResourceDatabasePopulator(new ClassPathResource(JdbcDialect.H2.script(), JdbcSessionStore.class))
			.execute(this.dataSource);
		new JdbcTemplate(this.dataSource).update("delete from getty_connect_session");
	}

	@Test
	void whenConnectionsDoNotCommitThenCommits() {
		DataSource manual = new DelegatingDataSource(this.dataSource) {
			@Override
			public Connection getConnection() throws SQLException {
				Connection connection = super.getConnection();
				connection.setAutoCommit(false);
				return connection;
			}
		};
		assertThat(new JdbcSessionStore(manual, TIMEOUT).replace("a", null, FIRST, KEEP, "me").isWon()).isTrue();
		assertThat(this.store.read("a").content()).isEqualTo(FIRST);
	}

	@Test
	void whenTransactionOfCallerIsRolledBackThenRecordRemains() {
		DataSource proxy = new TransactionAwareDataSourceProxy(this.dataSource);
		JdbcSessionStore inTransaction = new JdbcSessionStore(proxy, TIMEOUT);
		new TransactionTemplate(new DataSourceTransactionManager(this.dataSource)).executeWithoutResult((status) -> {
			new JdbcTemplate(this.dataSource).queryForObject("select 1", Integer.class);
			assertThat(inTransaction.replace("a", null, FIRST, KEEP, "me").isWon()).isTrue();
			status.setRollbackOnly();
		});
		assertThat(this.store.read("a").content()).isEqualTo(FIRST);
	}

	@Test
	void whenTableIsMissingThenIsUnavailable() {
		new JdbcTemplate(this.dataSource).execute("drop table getty_connect_session");
		StoreResult result = this.store.replace("a", null, FIRST, KEEP, "me");
		assertThat(result.outcome()).isEqualTo(StoreResult.Outcome.UNAVAILABLE);
		assertThat(result.cause().orElseThrow()).hasMessageContaining("getty_connect_session");
	}

	@Test
	void whenDatabaseCannotBeReachedThenIsUnavailable() {
		DataSource wrong = new DriverManagerDataSource("jdbc:h2:tcp://127.0.0.1:1/store");
		assertThat(new JdbcSessionStore(wrong, TIMEOUT).read("a").outcome()).isEqualTo(StoreResult.Outcome.UNAVAILABLE);
	}

	@Test
	void whenRowIsLockedThenOutcomeIsUnknown() throws Exception {
		this.store.replace("a", null, FIRST, KEEP, "me");
		try (Connection connection = this.dataSource.getConnection()) {
			connection.setAutoCommit(false);
			new JdbcTemplate(new SingleConnectionDataSource(connection, true))
				.update("update getty_connect_session set claim_until = 0");
			assertThat(this.store.replace("a", FIRST, SECOND, KEEP, "me").outcome())
				.isEqualTo(StoreResult.Outcome.UNKNOWN);
			connection.rollback();
		}
		assertThat(this.store.replace("a", FIRST, SECOND, KEEP, "me").isWon()).isTrue();
	}

	@Test
	void whenClaimHasNoReasonableEndThenDoesNotCount() {
		this.store.replace("a", null, FIRST, KEEP, "me");
		new JdbcTemplate(this.dataSource)
			.update("update getty_connect_session set claim_owner = 'somebody', claim_until = 9000000000000000");
		assertThat(this.store.claim("a", FIRST, "me", KEEP).isWon()).isTrue();
	}

	@Test
	void whenConnectionIsReturnedThenHasItsFormerMode() throws Exception {
		try (Connection connection = this.dataSource.getConnection()) {
			connection.setAutoCommit(false);
			DataSource single = new SingleConnectionDataSource(connection, true);
			new JdbcSessionStore(single, TIMEOUT).replace("a", null, FIRST, KEEP, "me");
			assertThat(connection.getAutoCommit()).isFalse();
			connection.rollback();
		}
		assertThat(this.store.read("a").content()).isEqualTo(FIRST);
	}

	@Test
	void whenDatabaseIsNotSupportedThenNamesThoseThatAre() {
		assertThatIllegalStateException().isThrownBy(() -> JdbcDialect.of("Oracle"))
			.withMessage("The database Oracle cannot store a shared Connect session; "
					+ "use one of: POSTGRESQL, MARIADB, MYSQL, H2");
	}

}
