package io.github.connectapi.fleet;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Waits for a condition.
 */
final class Waiting {

	private Waiting() {
	}

	static void until(String condition, Duration timeout, BooleanSupplier test) {
		long deadline = System.nanoTime() + timeout.toNanos();
		while (!test.getAsBoolean()) {
			if (System.nanoTime() - deadline > 0) {
				throw new AssertionError("Not within %s: %s".formatted(timeout, condition));
			}
			pause(Duration.ofMillis(20));
		}
	}

	static void pause(Duration duration) {
		try {
			Thread.sleep(duration.toMillis());
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
