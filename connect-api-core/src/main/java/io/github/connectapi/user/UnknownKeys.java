package io.github.connectapi.user;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;

import io.github.connectapi.acquisition.KeyedHash;

/**
 * Remembers for a short time which keys have no credentials, so that a caller that reads
 * again does not request them each time. The number of keys is fixed; a later one may
 * replace another. Keys that nobody has registered cannot affect users. Thread-safe.
 */
final class UnknownKeys {

	static final Duration DURATION = Duration.ofSeconds(10);

	private static final int SLOTS = 4096;

	private static final long MARK_BITS = 24;

	private final KeyedHash hash = KeyedHash.create();

	/** The upper bits of the hash, and the end in milliseconds since the start. */
	private final AtomicLongArray slots = new AtomicLongArray(SLOTS);

	private final long startNanos;

	UnknownKeys(long startNanos) {
		this.startNanos = startNanos;
	}

	void add(String key, long nanos) {
		KeyedHash.Value value = this.hash.of(key);
		this.slots.set(slot(value), content(value, millis(nanos) + DURATION.toMillis()));
	}

	void remove(String key) {
		KeyedHash.Value value = this.hash.of(key);
		this.slots.set(slot(value), 0);
	}

	boolean contains(String key, long nanos) {
		KeyedHash.Value value = this.hash.of(key);
		long content = this.slots.get(slot(value));
		long end = content >>> MARK_BITS;
		return content != 0 && content == content(value, end) && millis(nanos) < end;
	}

	private long millis(long nanos) {
		return Duration.ofNanos(nanos - this.startNanos).toMillis();
	}

	private static int slot(KeyedHash.Value value) {
		return (int) value.first() & (SLOTS - 1);
	}

	private static long content(KeyedHash.Value value, long end) {
		return (end << MARK_BITS) | (value.second() & ((1L << MARK_BITS) - 1));
	}

}
