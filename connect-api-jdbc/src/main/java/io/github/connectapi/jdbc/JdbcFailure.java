package io.github.connectapi.jdbc;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.QueryTimeoutException;

/**
 * Failures of a database with their remedies, found by SQL state and error code, because
 * a message may contain a password.
 */
final class JdbcFailure {

	private static final String TABLE = "getty_connect_session";

	/** Codes of MariaDB and MySQL that share the SQL state of other failures. */
	private static final Set<Integer> FORBIDDEN = Set.of(1044, 1142, 1143, 1370);

	private static final String H2_CONNECTION_BROKEN = "90067";

	private static final String NO_CONNECTION = "the data source has no connection; check the address, the login and the size of its pool";

	private static final int READ_ONLY = 1290;

	private static final Set<Integer> FULL = Set.of(1021, 1114);

	private JdbcFailure() {
	}

	/**
	 * Return what is wrong and how to correct it.
	 * @param failure the failure
	 * @param dialect the dialect of the database; null if there is no connection
	 */
	static Optional<String> remedy(Throwable failure, @Nullable JdbcDialect dialect) {
		return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
			.limit(20)
			.flatMap((cause) -> Stream.ofNullable(describe(cause, dialect)))
			.findFirst();
	}

	private static @Nullable String describe(Throwable cause, @Nullable JdbcDialect dialect) {
		if (cause instanceof UnsupportedDatabaseException) {
			return cause.getMessage();
		}
		if (cause instanceof SQLTimeoutException || cause instanceof QueryTimeoutException) {
			return "the database did not respond in time; check its load and locks, or raise the timeout";
		}
		if (!(cause instanceof SQLException sql)) {
			return null;
		}
		if (sql.getSQLState() == null) {
			return (cause instanceof SQLTransientConnectionException && cause.getCause() == null) ? NO_CONNECTION
					: null;
		}
		return describe(sql.getSQLState(), sql.getErrorCode(), dialect);
	}

	private static @Nullable String describe(String state, int code, @Nullable JdbcDialect dialect) {
		if (dialect == null) {
			return describeConnection(state);
		}
		boolean mariaDb = dialect == JdbcDialect.MARIADB || dialect == JdbcDialect.MYSQL;
		if (state.equals("42501") || state.equals("90096") || (mariaDb && FORBIDDEN.contains(code))) {
			return "the user of the database has no rights on the table; grant select, insert and update on " + TABLE;
		}
		if (state.equals("25006") || state.equals("90097") || (mariaDb && code == READ_ONLY)) {
			return "the database is read-only; connect to its primary";
		}
		if (state.startsWith("53") || (mariaDb && FULL.contains(code))) {
			return "the database has no space, memory or connections left; free or raise them";
		}
		if (state.startsWith("42")) {
			return "the table %s is missing, or has other columns; create it with %s".formatted(TABLE,
					dialect.script());
		}
		return describeConnection(state);
	}

	private static @Nullable String describeConnection(String state) {
		if (state.startsWith("28")) {
			return "the database rejects the user name or the password; correct them, for instance in spring.datasource";
		}
		return (state.startsWith("08") || state.equals(H2_CONNECTION_BROKEN))
				? "the database cannot be reached; correct its address, for instance in spring.datasource, or start it"
				: null;
	}

}
