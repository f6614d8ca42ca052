package io.github.connectapi.user;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.store.SessionStore;
import io.github.connectapi.store.StoreResult;

/**
 * A store that counts its operations, can be unavailable, and can hang.
 */
final class ControlledStore implements SessionStore {

	private final SessionStore store;

	private final AtomicInteger operations = new AtomicInteger();

	volatile boolean available = true;

	private volatile CountDownLatch gate = new CountDownLatch(0);

	ControlledStore(SessionStore store) {
		this.store = store;
	}

	int operations() {
		return this.operations.get();
	}

	void hang() {
		this.gate = new CountDownLatch(1);
	}

	void release() {
		this.gate.countDown();
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
		this.operations.incrementAndGet();
		try {
			this.gate.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return StoreResult.unknown(ex);
		}
		return this.available ? operation.get() : StoreResult.unavailable(new IOException("unavailable"));
	}

}
