package io.github.connectapi.jdbc;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Database with its expression for the current time of the statement, in milliseconds
 * since the epoch. The time zone of the session has no effect on it.
 */
enum JdbcDialect {

	/** The time of the transaction would stand still in a transaction. */
	POSTGRESQL("(cast(extract(epoch from clock_timestamp()) * 1000 as bigint))"),

	MARIADB("(timestampdiff(microsecond, '1970-01-01', utc_timestamp(3)) div 1000)"),

	MYSQL(MARIADB.now),

	H2("(cast(extract(epoch from current_timestamp) * 1000 as bigint))");

	private final String now;

	JdbcDialect(String now) {
		this.now = now;
	}

	/** Return an SQL expression. */
	String now() {
		return this.now;
	}

	/** Return the name of the script that creates the table. */
	String script() {
		return "schema-" + ((this == MYSQL) ? MARIADB : this).name().toLowerCase(Locale.ROOT) + ".sql";
	}

	static JdbcDialect of(String productName) {
		return Arrays.stream(values())
			.filter((dialect) -> dialect.name().equalsIgnoreCase(productName))
			.findFirst()
			.orElseThrow(() -> new UnsupportedDatabaseException(
					"The database %s cannot store a shared Connect session; use one of: %s".formatted(productName,
							Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", ")))));
	}

}
