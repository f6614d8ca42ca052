package io.github.connectapi;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * Validates timeouts.
 */
@Internal
public final class Timeouts {

	private static final Duration MAX = Duration.ofDays(1);

	private Timeouts() {
	}

	/**
	 * Check that a timeout is positive and at most one day.
	 * @param timeout the timeout
	 * @param name the name of the timeout, for instance {@code call timeout}
	 * @return the timeout
	 * @throws IllegalArgumentException if it is not
	 */
	public static Duration requirePositive(Duration timeout, String name) {
		Assert.isTrue(timeout.compareTo(Duration.ZERO) > 0 && timeout.compareTo(MAX) <= 0,
				() -> "The %s must be positive and at most one day".formatted(name));
		return timeout;
	}

}
