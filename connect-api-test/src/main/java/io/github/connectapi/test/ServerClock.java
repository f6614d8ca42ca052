package io.github.connectapi.test;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Follows the system clock at a distance that can be changed. Thread-safe.
 */
final class ServerClock implements InstantSource {

	private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

	@Override
	public Instant instant() {
		return InstantSource.system().instant().plus(this.ahead.get());
	}

	void advance(Duration duration) {
		this.ahead.accumulateAndGet(duration, Duration::plus);
	}

	void reset() {
		this.ahead.set(Duration.ZERO);
	}

}
