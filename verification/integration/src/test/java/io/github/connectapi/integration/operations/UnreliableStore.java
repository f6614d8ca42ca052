package io.github.connectapi.integration.operations;

import java.net.ConnectException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.store.InMemorySessionStore;
import io.github.connectapi.store.SessionStore;
import io.github.connectapi.store.StoreResult;

/**
 * A store that may be unavailable.
 */
final class UnreliableStore implements SessionStore {

	private final SessionStore store;

	private volatile boolean failing;

	private volatile boolean claimed;

	UnreliableStore(InstantSource clock) {
		this.store = new InMemorySessionStore(clock);
	}

	void fail(boolean failing) {
		this.failing = failing;
	}

	/** Set whether another instance has the claim of each record. */
	void claimed(boolean claimed) {
		this.claimed = claimed;
	}

	@Override
	public StoreResult read(String id) {
		return execute(() -> this.store.read(id));
	}

	@Override
	public StoreResult claim(String id, byte @Nullable [] expected, String owner, Duration duration) {
		return execute(
				() -> this.claimed ? lost(this.store.read(id)) : this.store.claim(id, expected, owner, duration));
	}

	@Override
	public StoreResult extend(String id, String owner, Duration duration) {
		return execute(() -> this.store.extend(id, owner, duration));
	}

	@Override
	public StoreResult replace(String id, byte @Nullable [] expected, byte[] content, Duration keep, String owner) {
		return execute(() -> this.store.replace(id, expected, content, keep, owner));
	}

	@Override
	public StoreResult release(String id, String owner) {
		return execute(() -> this.store.release(id, owner));
	}

	private static StoreResult lost(StoreResult read) {
		return StoreResult.lost(read.content(), read.storeMillis());
	}

	private StoreResult execute(Supplier<StoreResult> operation) {
		return this.failing ? StoreResult.unavailable(new ConnectException()) : operation.get();
	}

}
