package io.github.connectapi.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcUtils;

import io.github.connectapi.store.SessionStore;
import io.github.connectapi.store.StoreResult;

/**
 * {@link SessionStore} in the table {@code getty_connect_session} of a relational
 * database. Each change is a single statement that commits automatically, on a connection
 * that is not part of a transaction of the caller. Thread-safe.
 */
public final class JdbcSessionStore implements SessionStore {

	/** The SQL state of a change in a read-only transaction, as of a standby server. */
	private static final String READ_ONLY = "25006";

	private final DataSource dataSource;

	private final int timeoutSeconds;

	private volatile @Nullable JdbcDialect dialect;

	/**
	 * Create a store.
	 * @param dataSource the data source of the database that contains the table
	 * @param timeout the timeout of a statement, rounded up to seconds
	 */
	public JdbcSessionStore(DataSource dataSource, Duration timeout) {
		this.dataSource = withoutTransactions(dataSource);
		this.timeoutSeconds = (int) Math.max(1, timeout.plusMillis(999).toSeconds());
	}

	private static DataSource withoutTransactions(DataSource dataSource) {
		DataSource target = (dataSource instanceof TransactionAwareDataSourceProxy proxy) ? proxy.getTargetDataSource()
				: null;
		return (target != null) ? withoutTransactions(target) : dataSource;
	}

	@Override
	public StoreResult read(String id) {
		return execute((table) -> result(true, table.read(id)));
	}

	@Override
	public StoreResult claim(String id, byte @Nullable [] expected, String owner, Duration duration) {
		return execute((table) -> change(table, id, expected, () -> table.claim(id, expected, owner, duration)));
	}

	@Override
	public StoreResult extend(String id, String owner, Duration duration) {
		return execute((table) -> result(table.extend(id, owner, duration), table.read(id)));
	}

	@Override
	public StoreResult replace(String id, byte @Nullable [] expected, byte[] content, Duration keep, String owner) {
		return execute((table) -> change(table, id, expected, () -> table.replace(id, expected, content, keep, owner)));
	}

	@Override
	public StoreResult release(String id, String owner) {
		return execute((table) -> result(table.release(id, owner), table.read(id)));
	}

	/** Update a row, which is inserted before if no content is expected. */
	private static StoreResult change(SessionTable table, String id, byte @Nullable [] expected,
			BooleanSupplier update) {
		boolean won = update.getAsBoolean();
		SessionTable.Row row = table.read(id);
		if (!won && expected == null && !row.isPresent()) {
			table.insert(id);
			won = update.getAsBoolean();
			row = table.read(id);
		}
		return result(won, row);
	}

	private static StoreResult result(boolean won, SessionTable.Row row) {
		return won ? StoreResult.won(row.content(), row.millis()) : StoreResult.lost(row.content(), row.millis());
	}

	private StoreResult execute(Function<SessionTable, StoreResult> operation) {
		Connection connection = null;
		try {
			connection = this.dataSource.getConnection();
			return execute(connection, operation);
		}
		catch (SQLException | RuntimeException ex) {
			return withRemedy(StoreResult.unavailable(ex), ex);
		}
		finally {
			// A failure of it must not replace the outcome.
			JdbcUtils.closeConnection(connection);
		}
	}

	private StoreResult execute(Connection connection, Function<SessionTable, StoreResult> operation)
			throws SQLException {
		boolean autoCommit = connection.getAutoCommit();
		JdbcDialect current = dialect(connection);
		connection.setAutoCommit(true);
		try {
			JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
			if (current != JdbcDialect.H2) {
				// H2 would apply it to all further statements of the pooled connection.
				jdbc.setQueryTimeout(this.timeoutSeconds);
			}
			return operation.apply(new SessionTable(jdbc, current));
		}
		catch (RuntimeException ex) {
			return withRemedy(isRefusal(ex) ? StoreResult.unavailable(ex) : StoreResult.unknown(ex), ex);
		}
		finally {
			restore(connection, autoCommit);
		}
	}

	private StoreResult withRemedy(StoreResult result, Exception failure) {
		return JdbcFailure.remedy(failure, this.dialect).map(result::withRemedy).orElse(result);
	}

	private static void restore(Connection connection, boolean autoCommit) {
		try {
			connection.setAutoCommit(autoCommit);
		}
		catch (SQLException ex) {
			// The connection is broken. The outcome of the operation is known without it.
		}
	}

	/** Return whether the database refused the statement, so that it changed nothing. */
	private static boolean isRefusal(RuntimeException failure) {
		if (failure instanceof UncategorizedSQLException uncategorized) {
			SQLException cause = uncategorized.getSQLException();
			return cause != null && READ_ONLY.equals(cause.getSQLState());
		}
		return failure instanceof NonTransientDataAccessException
				&& !(failure instanceof NonTransientDataAccessResourceException);
	}

	private JdbcDialect dialect(Connection connection) throws SQLException {
		JdbcDialect known = this.dialect;
		if (known == null) {
			known = JdbcDialect.of(connection.getMetaData().getDatabaseProductName());
			this.dialect = known;
		}
		return known;
	}

}
