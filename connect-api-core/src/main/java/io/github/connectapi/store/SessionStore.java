package io.github.connectapi.store;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Store that holds one small record for each session that instances share, and a claim
 * for each record: the temporary right of one instance to acquire the session.
 * <p>
 * A record is only replaced if its content is the expected one. The claim makes a second
 * login unlikely; it does not protect the record. Each method is one atomic operation,
 * which takes effect immediately even if the caller has a transaction. Its result has the
 * current content and the time of the store, so that the clocks of instances are never
 * compared with each other.
 * <p>
 * Implementations are thread-safe. A method may block, and may be executed later than its
 * caller expects; the session manager limits the time it waits. A method reports a
 * failure as {@link StoreResult.Outcome#UNAVAILABLE} or
 * {@link StoreResult.Outcome#UNKNOWN} and throws no exception. Neither id nor owner nor
 * content is longer than {@link #MAX_LENGTH} bytes. Ids consist of letters, digits and
 * hyphens.
 */
public interface SessionStore {

	/**
	 * The length of the longest content that is read, in bytes. Of longer contents, which
	 * the library did not write, only one byte more is read.
	 */
	int MAX_LENGTH = 40 * 1024;

	/**
	 * The longest duration of a claim. A claim that ends later, or has no end, was not
	 * made by the library and does not count.
	 */
	Duration MAX_CLAIM_DURATION = Duration.ofMinutes(10);

	/**
	 * Read a record.
	 * @param id the id of the record
	 * @return {@code WON} with the content, unless the store is unavailable
	 */
	StoreResult read(String id);

	/**
	 * Claim a record if its content is the expected one, and no other owner has a claim.
	 * A claim of the same owner is replaced.
	 * @param id the id of the record
	 * @param expected the expected content; null if there must be none
	 * @param owner the owner of the claim
	 * @param duration how long the claim lasts, at most {@link #MAX_CLAIM_DURATION}
	 * @return {@code WON} if the owner has the claim, {@code LOST} if not; both with the
	 * current content
	 */
	StoreResult claim(String id, byte @Nullable [] expected, String owner, Duration duration);

	/**
	 * Extend the claim of this owner.
	 * @param id the id of the record
	 * @param owner the owner of the claim
	 * @param duration how long the claim lasts from now on, at most
	 * {@link #MAX_CLAIM_DURATION}
	 * @return {@code WON} if the owner still has the claim, {@code LOST} if not
	 */
	StoreResult extend(String id, String owner, Duration duration);

	/**
	 * Replace a record if its content is the expected one, and no other owner has a
	 * claim. The owner needs no claim.
	 * @param id the id of the record
	 * @param expected the expected content; null if there must be none
	 * @param content the new content
	 * @param keep how long the record is kept
	 * @param owner the owner of the claim
	 * @return {@code WON} with the new content, {@code LOST} with the current one
	 */
	StoreResult replace(String id, byte @Nullable [] expected, byte[] content, Duration keep, String owner);

	/**
	 * Release the claim of this owner. A claim of another owner is not affected.
	 * @param id the id of the record
	 * @param owner the owner of the claim
	 * @return {@code WON} if the owner had the claim, {@code LOST} if not
	 */
	StoreResult release(String id, String owner);

}
