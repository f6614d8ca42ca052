package io.github.connectapi;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * Ranges of timeouts and other configurable durations.
 */
@Internal
public final class Timeouts {

	private static final Duration MAX = Duration.ofDays(1);

	private Timeouts() {
	}

	/**
	 * Check that a duration is positive and at most one day.
	 * @param duration the duration
	 * @param name the name of the duration, for instance {@code call timeout}
	 * @return the duration
	 * @throws IllegalArgumentException if it is not
	 */
	public static Duration requirePositive(Duration duration, String name) {
		Assert.isTrue(duration.compareTo(Duration.ZERO) > 0 && duration.compareTo(MAX) <= 0,
				() -> "The %s must be positive and at most one day".formatted(name));
		return duration;
	}

	/**
	 * Check that a duration is between 0 and one day.
	 * @param duration the duration
	 * @param name the name of the duration, for instance {@code wait timeout}
	 * @return the duration
	 * @throws IllegalArgumentException if it is not
	 */
	public static Duration requireNotNegative(Duration duration, String name) {
		Assert.isTrue(!duration.isNegative() && duration.compareTo(MAX) <= 0,
				() -> "The %s must be between 0 and one day".formatted(name));
		return duration;
	}

}
