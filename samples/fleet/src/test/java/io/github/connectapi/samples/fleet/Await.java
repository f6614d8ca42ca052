package io.github.connectapi.samples.fleet;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Waits for a condition.
 */
final class Await {

	private static final Duration PAUSE = Duration.ofMillis(50);

	private Await() {
	}

	/**
	 * Wait until a condition is fulfilled.
	 * @param expectation the condition in words, for the message of the failure
	 * @param timeout the longest time to wait
	 * @param condition the condition
	 * @return how long it took
	 */
	static Duration until(String expectation, Duration timeout, BooleanSupplier condition) throws InterruptedException {
		long start = System.nanoTime();
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() - start > timeout.toNanos()) {
				throw new IllegalStateException("Not within %d s: %s".formatted(timeout.toSeconds(), expectation));
			}
			Thread.sleep(PAUSE.toMillis());
		}
		return Duration.ofNanos(System.nanoTime() - start);
	}

}
