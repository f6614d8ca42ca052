package io.github.connectapi.retry;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * How often and how fast an attempt is repeated within one acquisition or one call, if
 * its failure may pass. A {@code Retry-After} of the server goes before the intervals.
 *
 * @param maxAttempts attempts in all, at least 1
 * @param initialInterval the pause after the first attempt
 * @param multiplier how much longer each further pause is, at least 1
 * @param maxInterval the longest pause, a day at most
 * @param jitter by which share a pause varies at random in either direction, from 0 to
 * below 1
 */
public record RetrySettings(int maxAttempts, Duration initialInterval, double multiplier, Duration maxInterval,
		double jitter) {

	/**
	 * Checks the values.
	 * @param maxAttempts attempts in all, at least 1
	 * @param initialInterval the pause after the first attempt
	 * @param multiplier how much longer each further pause is, at least 1
	 * @param maxInterval the longest pause, a day at most
	 * @param jitter by which share a pause varies at random in either direction, from 0
	 * to below 1
	 * @throws IllegalArgumentException if one is out of its range
	 */
	public RetrySettings {
		Assert.isTrue(maxAttempts >= 1, "The number of attempts must be at least 1");
		Assert.isTrue(!initialInterval.isNegative() && !initialInterval.isZero(),
				"The initial retry interval must be positive");
		Assert.isTrue(multiplier >= 1 && multiplier <= 100, "The retry multiplier must be between 1 and 100");
		Assert.isTrue(maxInterval.compareTo(initialInterval) >= 0,
				"The longest retry interval must not be shorter than the initial one");
		Assert.isTrue(maxInterval.compareTo(Duration.ofDays(1)) <= 0,
				"The longest retry interval must be a day at most");
		Assert.isTrue(jitter >= 0 && jitter < 1, "The retry jitter must be at least 0 and below 1");
	}

	/**
	 * Three attempts, with pauses of about 750 ms: the end of an outage of some seconds
	 * is noticed within a second, by less than two requests a second.
	 * @return the defaults
	 */
	public static RetrySettings defaults() {
		return new RetrySettings(3, Duration.ofMillis(750), 1, Duration.ofSeconds(5), 0.2);
	}

}
