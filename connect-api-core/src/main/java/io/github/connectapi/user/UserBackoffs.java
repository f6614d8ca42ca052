package io.github.connectapi.user;

import java.util.Arrays;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.acquisition.KeyedHash;

/**
 * Back-offs of users, which outlive their sessions. A record is found by a keyed hash of
 * the user key, because it is needed before the credentials are known, and so that a user
 * cannot choose a key that shares the record of another one. A record uses at most 64
 * bytes. If there is no room for another record, the one whose back-off ended first, or
 * ends first, is removed. Thread-safe.
 */
final class UserBackoffs {

	/** So many that their numbers of records hardly differ. */
	private static final int MIN_RECORDS_OF_TABLE = 4096;

	private static final int MAX_TABLES = 64;

	private final KeyedHash hash = KeyedHash.create();

	private final UserBackoffCodec codec;

	private final BackoffTable[] tables;

	/**
	 * Create an empty memory. It grows up to its maximum when records are saved.
	 * @param maxRecords the maximum number of records
	 * @param nanoTime the monotonic clock, in nanoseconds
	 */
	UserBackoffs(int maxRecords, LongSupplier nanoTime) {
		Assert.isTrue(maxRecords >= 1, "The maximum number of back-offs must be positive");
		this.codec = new UserBackoffCodec(nanoTime.getAsLong());
		int count = Math.min(MAX_TABLES, Math.max(1, Integer.highestOneBit(maxRecords / MIN_RECORDS_OF_TABLE)));
		this.tables = new BackoffTable[count];
		Arrays.setAll(this.tables, (index) -> new BackoffTable((maxRecords + index) / count));
	}

	/**
	 * Save the record of a user, instead of the previous one.
	 * @param userKey the key of the user
	 * @param backoff the record; clears the record if it has neither a failure nor a
	 * window after a report
	 */
	void save(String userKey, UserBackoff backoff) {
		if (backoff.failure() == null && backoff.windowNanos() == 0) {
			clear(userKey);
			return;
		}
		KeyedHash.Value value = this.hash.of(userKey);
		table(value).put(value.first(), value.second(), this.codec.encode(backoff));
	}

	/**
	 * Save the current record of a user. Of concurrent calls the last one reads it last,
	 * so that the newest record remains.
	 * @param userKey the key of the user
	 * @param current returns the record; null to leave the saved one as it is
	 */
	void save(String userKey, Supplier<@Nullable UserBackoff> current) {
		synchronized (table(this.hash.of(userKey))) {
			UserBackoff backoff = current.get();
			if (backoff != null) {
				save(userKey, backoff);
			}
		}
	}

	/**
	 * Return the record of a user. Times are rounded to milliseconds, so that no back-off
	 * becomes shorter. Numbers are limited to 4,095, and changes of credentials to 3.
	 * @param userKey the key of the user
	 * @return the record; null if there is none
	 */
	@Nullable UserBackoff find(String userKey) {
		KeyedHash.Value value = this.hash.of(userKey);
		long[] content = table(value).get(value.first(), value.second());
		return (content != null) ? this.codec.decode(content) : null;
	}

	/**
	 * Remove the record of a user.
	 * @param userKey the key of the user
	 */
	void clear(String userKey) {
		KeyedHash.Value value = this.hash.of(userKey);
		table(value).remove(value.first(), value.second());
	}

	/**
	 * Return a fingerprint of credentials, which reveals nothing of them and is different
	 * in each process.
	 * @param credentials the credentials
	 * @return the fingerprint, never 0
	 */
	long fingerprint(ConnectCredentials credentials) {
		return this.hash.of(credentials);
	}

	/**
	 * Return the number of records.
	 * @return the number
	 */
	int size() {
		return (int) sum(BackoffTable::size);
	}

	/**
	 * Return how many records were removed because there was no room.
	 * @return the number since creation
	 */
	long evictions() {
		return sum(BackoffTable::evictions);
	}

	private long sum(ToLongFunction<BackoffTable> function) {
		return Arrays.stream(this.tables).mapToLong(function).sum();
	}

	private BackoffTable table(KeyedHash.Value value) {
		return this.tables[(int) (value.second() >>> 32) & (this.tables.length - 1)];
	}

}
