package io.github.connectapi.store;

import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.test.time.ManualTime;

/**
 * A store that can be unavailable, and lose its records.
 */
public final class SwitchableStore implements SessionStore {

	private final SessionStore store;

	public volatile boolean available = true;

	public volatile boolean writable = true;

	public SwitchableStore(SessionStore store) {
		this.store = store;
	}

	/** Whether the next replacement has no response, and is executed late. */
	volatile boolean late;

	private final List<Supplier<StoreResult>> pending = new ArrayList<>();

	/** Execute what had no response. */
	void executeLate() {
		this.pending.forEach(Supplier::get);
		this.pending.clear();
	}

	/** Lose a record. */
	void clear(String id, ManualTime time) {
		this.store.replace(id, this.store.read(id).content(), new byte[0], Duration.ofMillis(1), "test");
		time.advance(Duration.ofMillis(1));
	}

	@Override
	public StoreResult read(String id) {
		return execute(true, () -> this.store.read(id));
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
		Supplier<StoreResult> replacement = () -> this.store.replace(id, expected, content, keep, owner);
		if (this.late) {
			this.late = false;
			this.pending.add(replacement);
			return StoreResult.unknown(new TimeoutException("late"));
		}
		return execute(replacement);
	}

	@Override
	public StoreResult release(String id, String owner) {
		return execute(() -> this.store.release(id, owner));
	}

	private StoreResult execute(Supplier<StoreResult> operation) {
		return execute(this.writable, operation);
	}

	private StoreResult execute(boolean allowed, Supplier<StoreResult> operation) {
		return (this.available && allowed) ? operation.get()
				: StoreResult.unavailable(new ConnectException("user:password")).withRemedy("start the store");
	}

}
