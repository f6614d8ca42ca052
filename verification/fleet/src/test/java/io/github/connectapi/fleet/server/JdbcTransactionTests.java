package io.github.connectapi.fleet.server;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import io.github.connectapi.jdbc.JdbcSessionStore;
import io.github.connectapi.store.SessionStore;
import io.github.connectapi.store.StoreResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Stores in pools and transactions of applications, with database servers.
 */
@ServerTests
class JdbcTransactionTests {

	private static final Duration KEEP = Duration.ofMinutes(1);

	private static final byte[] FIRST = bytes("first");

	private static final byte[] SECOND = bytes("second");

	private static final DatabaseServers servers = new DatabaseServers();

	private final String id = "v1-" + UUID.randomUUID();

	@AfterAll
	static void close() {
		servers.close();
	}

	@ParameterizedTest
	@EnumSource
	void whenPoolDoesNotCommitThenStoreCommits(DatabaseTemplate product) {
		HikariDataSource pool = servers.pool(product, (config) -> config.setAutoCommit(false));
		SessionStore store = store(pool);
		assertThat(store.replace(this.id, null, FIRST, KEEP, "me").isWon()).isTrue();
		assertThat(store.claim(this.id, FIRST, "me", KEEP).isWon()).isTrue();
		HikariDataSource other = servers.pool(product, (config) -> {
		});
		assertThat(store(other).read(this.id).content()).isEqualTo(FIRST);
		assertThat(store(other).claim(this.id, FIRST, "other", KEEP).isWon()).isFalse();
		assertThat(new JdbcTemplate(pool).<Boolean>execute((Connection each) -> each.getAutoCommit())).isFalse();
	}

	@ParameterizedTest
	@EnumSource
	void whenTransactionOfCallerIsRolledBackThenRecordRemainsAndTimePasses(DatabaseTemplate product) {
		HikariDataSource pool = servers.pool(product, (config) -> {
		});
		SessionStore store = store(new TransactionAwareDataSourceProxy(pool));
		TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(pool));
		transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
		transaction.executeWithoutResult((status) -> {
			new JdbcTemplate(pool).queryForList("select * from getty_connect_session");
			StoreResult before = store.replace(this.id, null, FIRST, KEEP, "me");
			ServerProcess.sleep(50);
			// Another instance, whose change a snapshot of the transaction would not
			// show.
			store(pool).replace(this.id, FIRST, SECOND, KEEP, "other");
			StoreResult after = store.read(this.id);
			assertThat(after.content()).isEqualTo(SECOND);
			assertThat(after.storeMillis() - before.storeMillis()).isGreaterThanOrEqualTo(50);
			status.setRollbackOnly();
		});
		assertThat(store.read(this.id).content()).isEqualTo(SECOND);
	}

	@ParameterizedTest
	@EnumSource
	void whenTimeZonesDifferThenTimeIsTheSame(DatabaseTemplate product) {
		String statement = (product == DatabaseTemplate.MARIADB) ? "set time_zone = '+09:00'"
				: "set time zone 'Asia/Tokyo'";
		SessionStore east = store(servers.pool(product, (config) -> config.setConnectionInitSql(statement)));
		SessionStore west = store(servers.pool(product, (config) -> {
		}));
		assertThat(east.read(this.id).storeMillis() - west.read(this.id).storeMillis()).isBetween(-60_000L, 60_000L);
		assertThat(west.read(this.id).storeMillis() - System.currentTimeMillis()).isBetween(-60_000L, 60_000L);
	}

	@ParameterizedTest
	@EnumSource
	void whenEachStatementHasAnotherConnectionThenStores(DatabaseTemplate product) {
		// As with PgBouncer in the mode "transaction", nothing of a connection may
		// remain.
		SessionStore store = store(servers.unpooled(product));
		assertThat(store.claim(this.id, null, "me", KEEP).isWon()).isTrue();
		assertThat(store.replace(this.id, null, FIRST, KEEP, "me").isWon()).isTrue();
		assertThat(store.extend(this.id, "me", KEEP).isWon()).isTrue();
		assertThat(store.release(this.id, "me").isWon()).isTrue();
		assertThat(store.claim(this.id, FIRST, "other", KEEP).isWon()).isTrue();
	}

	@ParameterizedTest
	@EnumSource
	void whenDatabaseRefusesChangesThenIsUnavailable(DatabaseTemplate product) {
		String statement = (product == DatabaseTemplate.MARIADB) ? "set session transaction read only"
				: "set default_transaction_read_only = on";
		SessionStore readOnly = store(servers.pool(product, (config) -> config.setConnectionInitSql(statement)));
		assertThat(readOnly.read(this.id).isWon()).isTrue();
		assertUnavailable(() -> readOnly.replace(this.id, null, FIRST, KEEP, "me"));
		SessionStore withoutTable = store(servers.pool(product, (config) -> {
			config.setSchema("pg_catalog");
			config.setCatalog("mysql");
		}));
		assertUnavailable(() -> withoutTable.read(this.id));
	}

	@ParameterizedTest
	@EnumSource
	void whenPoolIsExhaustedThenIsUnavailable(DatabaseTemplate product) throws Exception {
		HikariDataSource pool = servers.pool(product, (config) -> {
			config.setMaximumPoolSize(1);
			config.setConnectionTimeout(250);
		});
		try (var connection = pool.getConnection()) {
			assertThat(connection.isValid(1)).isTrue();
			assertUnavailable(() -> store(pool).read(this.id));
		}
		assertThat(store(pool).read(this.id).isWon()).isTrue();
	}

	private static void assertUnavailable(Supplier<StoreResult> operation) {
		StoreResult result = operation.get();
		assertThat(result.outcome()).as("%s", result.cause()).isEqualTo(StoreResult.Outcome.UNAVAILABLE);
	}

	private static SessionStore store(DataSource dataSource) {
		return new JdbcSessionStore(dataSource, Duration.ofSeconds(2));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
