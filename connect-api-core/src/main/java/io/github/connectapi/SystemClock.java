package io.github.connectapi;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The only class of this module that reads the clocks of the system. All other classes
 * receive their clocks as arguments.
 */
@Internal
public final class SystemClock {

	private SystemClock() {
	}

	/**
	 * Return the wall clock.
	 * @return the wall clock of the system
	 */
	public static InstantSource wallClock() {
		return InstantSource.system();
	}

	/**
	 * Return the monotonic clock.
	 * @return the clock of {@link System#nanoTime()}, in nanoseconds
	 */
	public static LongSupplier nanoTime() {
		return System::nanoTime;
	}

}
