package io.github.connectapi.retry;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.github.connectapi.Internal;

/**
 * Strategy interface for sleeping between two attempts. A test may advance its time
 * instead.
 */
@Internal
@FunctionalInterface
public interface Sleeper {

	/**
	 * Return a sleeper for the current thread.
	 * @return the sleeper
	 */
	static Sleeper threadSleep() {
		return (duration) -> TimeUnit.NANOSECONDS.sleep(duration.toNanos());
	}

	/**
	 * Sleep for the given duration.
	 * @param duration the duration
	 * @throws InterruptedException if the current thread was interrupted
	 */
	void sleep(Duration duration) throws InterruptedException;

}
