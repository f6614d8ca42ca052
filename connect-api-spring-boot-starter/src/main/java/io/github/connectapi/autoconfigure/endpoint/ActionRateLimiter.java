package io.github.connectapi.autoconfigure.endpoint;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * Limits each action on each session to one per minute, because an action may cause a
 * login. Thread-safe.
 */
final class ActionRateLimiter {

	static final Duration INTERVAL = Duration.ofMinutes(1);

	private final LongSupplier nanos;

	private final Map<String, Long> last = new ConcurrentHashMap<>();

	ActionRateLimiter(LongSupplier nanos) {
		this.nanos = nanos;
	}

	boolean allows(String session, ConnectAction action) {
		AtomicBoolean allowed = new AtomicBoolean();
		long now = this.nanos.getAsLong();
		// The number of users is not limited.
		this.last.values().removeIf((last) -> now - last >= INTERVAL.toNanos());
		this.last.compute(session + ' ' + action, (key, last) -> {
			allowed.set(last == null || now - last >= INTERVAL.toNanos());
			return allowed.get() ? Long.valueOf(now) : last;
		});
		return allowed.get();
	}

}
