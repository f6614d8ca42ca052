package io.github.connectapi.jdbc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

import io.github.connectapi.store.SessionStore;

/**
 * Statements on the table, with one connection that commits each of them.
 */
final class SessionTable {

	private final JdbcTemplate jdbc;

	private final String now;

	SessionTable(JdbcTemplate jdbc, JdbcDialect dialect) {
		this.jdbc = jdbc;
		this.now = dialect.now();
	}

	/**
	 * Return the row of a record, which may be missing, with the time of the database.
	 */
	Row read(String id) {
		String sql = """
				select %1$s as now_millis, s.id, case when s.keep_until > %1$s then substring(s.content from 1 for %2$d) end
				from (select 1 as one) o left join getty_connect_session s on s.id = ?"""
			.formatted(this.now, SessionStore.MAX_LENGTH + 1);
		return this.jdbc
			.query(sql, (result, number) -> new Row(result.getLong(1), result.getString(2) != null, result.getBytes(3)),
					id)
			.get(0);
	}

	/** Insert an empty row, so that there is one to update. */
	void insert(String id) {
		try {
			this.jdbc.update("insert into getty_connect_session (id, keep_until, claim_until) values (?, 0, 0)", id);
		}
		catch (DuplicateKeyException ex) {
			// Another instance inserted it in the meantime.
		}
	}

	boolean claim(String id, byte @Nullable [] expected, String owner, Duration duration) {
		return update("claim_owner = ?, claim_until = %s + ?", List.of(owner, duration.toMillis()), id, expected,
				owner);
	}

	boolean replace(String id, byte @Nullable [] expected, byte[] content, Duration keep, String owner) {
		return update("content = ?, keep_until = %s + ?", List.of(content, keep.toMillis()), id, expected, owner);
	}

	private boolean update(String assignments, List<Object> values, String id, byte @Nullable [] expected,
			String owner) {
		String content = (expected != null) ? "keep_until > %1$s and substring(content from 1 for %2$d) = ?"
				: "(content is null or keep_until <= %1$s)";
		String claim = "(claim_owner is null or claim_owner = ? or claim_until <= %1$s or claim_until > %1$s + ?)";
		String sql = "update getty_connect_session set " + assignments + " where id = ? and " + content + " and "
				+ claim;
		List<Object> arguments = new ArrayList<>(values);
		arguments.add(id);
		if (expected != null) {
			arguments.add(expected);
		}
		arguments.add(owner);
		arguments.add(SessionStore.MAX_CLAIM_DURATION.toMillis());
		return this.jdbc.update(sql.formatted(this.now, SessionStore.MAX_LENGTH + 1), arguments.toArray()) > 0;
	}

	boolean extend(String id, String owner, Duration duration) {
		return this.jdbc.update("""
				update getty_connect_session set claim_until = %1$s + ?
				where id = ? and claim_owner = ? and claim_until > %1$s""".formatted(this.now), duration.toMillis(), id,
				owner) > 0;
	}

	boolean release(String id, String owner) {
		return this.jdbc.update("""
				update getty_connect_session set claim_owner = null, claim_until = 0
				where id = ? and claim_owner = ? and claim_until > %1$s""".formatted(this.now), id, owner) > 0;
	}

	/** A row of the table, or the time of the database if there is none. */
	static final class Row {

		private final long millis;

		private final boolean present;

		private final byte @Nullable [] content;

		Row(long millis, boolean present, byte @Nullable [] content) {
			this.millis = millis;
			this.present = present;
			this.content = content;
		}

		long millis() {
			return this.millis;
		}

		boolean isPresent() {
			return this.present;
		}

		byte @Nullable [] content() {
			return this.content;
		}

	}

}
