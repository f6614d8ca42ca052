package io.github.connectapi.store;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Result of an operation on a record, with the decrypted content. A content that cannot
 * be decrypted is foreign, and may be replaced.
 */
final class StoredRecord {

	private final StoreResult result;

	private final @Nullable SharedRecord content;

	private final long atNanos;

	StoredRecord(StoreResult result, @Nullable SharedRecord content, long atNanos) {
		this.result = result;
		this.content = content;
		this.atNanos = atNanos;
	}

	StoreResult.Outcome outcome() {
		return this.result.outcome();
	}

	boolean isWon() {
		return this.result.isWon();
	}

	boolean isResponse() {
		return this.result.isResponse();
	}

	Optional<Throwable> cause() {
		return this.result.cause();
	}

	Optional<String> remedy() {
		return this.result.remedy();
	}

	/** Return the content as it is in the store; null if there is none. */
	byte @Nullable [] bytes() {
		return this.result.content();
	}

	/** Return whether there is a record that can be decrypted. */
	boolean isPresent() {
		return this.content != null;
	}

	/** Return the record; an empty one if it is missing or foreign. */
	SharedRecord content() {
		return (this.content != null) ? this.content : SharedRecord.EMPTY;
	}

	/** Return the time of the store at the given time of the monotonic clock. */
	long millisAt(long nanos) {
		return this.result.storeMillis() + TimeUnit.NANOSECONDS.toMillis(nanos - this.atNanos);
	}

	/** Return the time of the monotonic clock at the given time of the store. */
	long nanosAt(long millis) {
		return this.atNanos + TimeUnit.MILLISECONDS.toNanos(millis - this.result.storeMillis());
	}

}
