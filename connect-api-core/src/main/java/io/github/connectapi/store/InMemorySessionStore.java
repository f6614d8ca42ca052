package io.github.connectapi.store;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * {@link SessionStore} in the memory of this process, for tests. Its records are lost at
 * the end of the process. Thread-safe.
 */
public final class InMemorySessionStore implements SessionStore {

	private final InstantSource clock;

	private final Map<String, byte[]> records = new HashMap<>();

	private final Map<String, Long> recordEnds = new HashMap<>();

	private final Map<String, Claim> claims = new HashMap<>();

	/**
	 * Create an empty store.
	 * @param clock the clock of the store
	 */
	public InMemorySessionStore(InstantSource clock) {
		this.clock = clock;
	}

	@Override
	public synchronized StoreResult read(String id) {
		return StoreResult.won(content(id), this.clock.millis());
	}

	@Override
	public synchronized StoreResult claim(String id, byte @Nullable [] expected, String owner, Duration duration) {
		boolean free = isFree(id, owner) && Arrays.equals(content(id), expected);
		if (free) {
			this.claims.put(id, new Claim(owner, this.clock.millis() + duration.toMillis()));
		}
		return result(free, id);
	}

	@Override
	public synchronized StoreResult extend(String id, String owner, Duration duration) {
		boolean owned = isOwned(id, owner);
		if (owned) {
			this.claims.put(id, new Claim(owner, this.clock.millis() + duration.toMillis()));
		}
		return result(owned, id);
	}

	@Override
	public synchronized StoreResult replace(String id, byte @Nullable [] expected, byte[] content, Duration keep,
			String owner) {
		boolean free = isFree(id, owner) && Arrays.equals(content(id), expected);
		if (free) {
			this.records.put(id, content.clone());
			this.recordEnds.put(id, this.clock.millis() + keep.toMillis());
		}
		return result(free, id);
	}

	@Override
	public synchronized StoreResult release(String id, String owner) {
		boolean owned = isOwned(id, owner);
		if (owned) {
			this.claims.remove(id);
		}
		return result(owned, id);
	}

	private byte @Nullable [] content(String id) {
		byte[] content = this.records.get(id);
		return (content != null && this.clock.millis() < this.recordEnds.getOrDefault(id, 0L)) ? content.clone() : null;
	}

	private boolean isFree(String id, String owner) {
		Claim claim = this.claims.get(id);
		return claim == null || !isActive(claim) || claim.owner().equals(owner);
	}

	private boolean isOwned(String id, String owner) {
		Claim claim = this.claims.get(id);
		return claim != null && isActive(claim) && claim.owner().equals(owner);
	}

	private boolean isActive(Claim claim) {
		return this.clock.millis() < claim.endMillis();
	}

	private StoreResult result(boolean won, String id) {
		long now = this.clock.millis();
		return won ? StoreResult.won(content(id), now) : StoreResult.lost(content(id), now);
	}

	private record Claim(String owner, long endMillis) {
	}

}
