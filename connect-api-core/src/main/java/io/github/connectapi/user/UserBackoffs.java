package io.github.connectapi.user;

import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.Internal;

/**
 * Back-offs of users, which outlive their sessions. A record is found by a keyed hash of
 * the user key, because it is needed before the credentials are known, and so that a user
 * cannot choose a key that shares the record of another one. A record uses at most 64
 * bytes. If there is no room for another record, the one whose back-off ended first, or
 * ends first, is removed. Thread-safe.
 */
@Internal
public final class UserBackoffs {

	/**
	 * Create an empty memory. It grows up to its maximum when records are saved.
	 * @param maxRecords the maximum number of records
	 * @param nanoTime the monotonic clock, in nanoseconds
	 */
	public UserBackoffs(int maxRecords, LongSupplier nanoTime) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Save the record of a user, instead of the previous one.
	 * @param userKey the key of the user
	 * @param backoff the record; clears the record if it has neither a failure nor a
	 * window after a report
	 */
	public void save(String userKey, UserBackoff backoff) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Return the record of a user. Times are rounded to milliseconds, so that no back-off
	 * becomes shorter. Numbers are limited to 4,095, and changes of credentials to 3.
	 * @param userKey the key of the user
	 * @return the record; null if there is none
	 */
	public @Nullable UserBackoff find(String userKey) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Remove the record of a user.
	 * @param userKey the key of the user
	 */
	public void clear(String userKey) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Return a fingerprint of credentials, which reveals nothing of them and is different
	 * in each process.
	 * @param credentials the credentials
	 * @return the fingerprint, never 0
	 */
	public long fingerprint(ConnectCredentials credentials) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Return the number of records.
	 * @return the number
	 */
	public int size() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Return how many records were removed because there was no room.
	 * @return the number since creation
	 */
	public long evictions() {
		throw new UnsupportedOperationException();
	}

}
