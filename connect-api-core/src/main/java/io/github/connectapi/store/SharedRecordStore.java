package io.github.connectapi.store;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * One record of a store, encrypted with its key, from the point of view of one owner.
 * Thread-safe.
 */
final class SharedRecordStore {

	/** How long a claim lasts unless it is extended. */
	static final Duration CLAIM_DURATION = Duration.ofSeconds(5);

	/** Longer than any lifetime and any back-off. */
	private static final Duration KEEP = Duration.ofDays(2);

	private final SessionStore store;

	private final SharedRecordKey key;

	private final SharedRecordCipher cipher;

	private final String owner;

	private final LongSupplier nanos;

	SharedRecordStore(SessionStore store, SharedRecordKey key, String owner, LongSupplier nanos) {
		this.store = store;
		this.key = key;
		this.cipher = new SharedRecordCipher(key);
		this.owner = owner;
		this.nanos = nanos;
	}

	/**
	 * Read the record. One that fails is read again, unless that took long: of many
	 * instances, a single lost connection must not let one request a session of its own.
	 */
	StoredRecord read() {
		StoreResult result = this.store.read(this.key.id());
		boolean again = !result.isResponse() && !Thread.currentThread().isInterrupted()
				&& !(result.cause().orElse(null) instanceof TimeoutException);
		return decrypt(again ? this.store.read(this.key.id()) : result);
	}

	/** Claim the record if it has not changed. */
	StoredRecord claim(StoredRecord seen) {
		return decrypt(this.store.claim(this.key.id(), seen.bytes(), this.owner, CLAIM_DURATION));
	}

	/** Return whether another instance has claimed the record, or has changed it. */
	boolean isClaimed(StoredRecord seen) {
		StoreResult.Outcome outcome = claim(seen).outcome();
		if (outcome != StoreResult.Outcome.LOST) {
			release();
		}
		return outcome == StoreResult.Outcome.LOST;
	}

	/**
	 * Extend the claim. One that has ended is made again if the record has not changed.
	 * @return false if another instance uses the record; true also if the store did not
	 * respond
	 */
	boolean extend(StoredRecord written) {
		StoreResult extended = this.store.extend(this.key.id(), this.owner, CLAIM_DURATION);
		StoreResult.Outcome outcome = (extended.outcome() == StoreResult.Outcome.LOST) ? claim(written).outcome()
				: extended.outcome();
		return outcome != StoreResult.Outcome.LOST;
	}

	/** Replace the record if it has not changed. */
	StoredRecord replace(StoredRecord seen, SharedRecord content) {
		byte[] encrypted = this.cipher.encrypt(content);
		return decrypt((encrypted != null)
				? this.store.replace(this.key.id(), seen.bytes(), encrypted, KEEP, this.owner) : tooLong());
	}

	private static StoreResult tooLong() {
		return StoreResult.unavailable(new IllegalArgumentException("The session is too long for the store"));
	}

	void release() {
		this.store.release(this.key.id(), this.owner);
	}

	private StoredRecord decrypt(StoreResult result) {
		long now = this.nanos.getAsLong();
		@Nullable SharedRecord content = result.isResponse() ? this.cipher.decrypt(result.content()) : null;
		return new StoredRecord(result, content, now);
	}

}
