package io.github.connectapi.retry;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Lets the current thread pause; a test may let time pass instead.
 */
@FunctionalInterface
public interface Sleeper {

	/**
	 * Sleeps for real.
	 * @return a pause that sleeps
	 */
	static Sleeper threadSleep() {
		return (duration) -> TimeUnit.NANOSECONDS.sleep(duration.toNanos());
	}

	/**
	 * Pauses.
	 * @param duration how long
	 * @throws InterruptedException if the thread was interrupted meanwhile
	 */
	void sleep(Duration duration) throws InterruptedException;

}
