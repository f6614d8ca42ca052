package io.github.connectapi.session;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Random;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.store.SessionStore;
import io.github.connectapi.store.StoreResult;

/**
 * A store of which some operations fail: half of them are not executed, and the others
 * are executed without a response.
 */
final class SimulatedStore implements SessionStore {

	private final SessionStore store;

	private final Random random;

	private final double faults;

	int operations;

	SimulatedStore(SessionStore store, Random random, double faults) {
		this.store = store;
		this.random = random;
		this.faults = faults;
	}

	@Override
	public StoreResult read(String id) {
		return execute(() -> this.store.read(id));
	}

	@Override
	public StoreResult claim(String id, byte @Nullable [] expected, String owner, Duration duration) {
		return execute(() -> this.store.claim(id, expected, owner, duration));
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

	private StoreResult execute(Supplier<StoreResult> operation) {
		this.operations++;
		if (this.random.nextDouble() >= this.faults) {
			return operation.get();
		}
		if (this.random.nextBoolean()) {
			return StoreResult.unavailable(new ConnectException("refused"));
		}
		operation.get();
		return StoreResult.unknown(new IOException("connection reset"));
	}

}
