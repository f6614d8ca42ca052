package io.github.connectapi.test;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The system clock with an adjustable offset. Thread-safe.
 */
final class ServerClock implements InstantSource {

	private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

	@Override
	public Instant instant() {
		return InstantSource.system().instant().plus(this.offset.get());
	}

	void advance(Duration duration) {
		this.offset.accumulateAndGet(duration, Duration::plus);
	}

	void reset() {
		this.offset.set(Duration.ZERO);
	}

}
