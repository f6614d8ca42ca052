package io.github.connectapi.session;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * How long to hold back after failed acquisitions.
 *
 * @param initial after the first failure
 * @param max the longest, a day at most
 */
public record BackoffSettings(Duration initial, Duration max) {

	/**
	 * Checks the values.
	 * @param initial after the first failure
	 * @param max the longest, a day at most
	 * @throws IllegalArgumentException if they are out of range, or contradict each other
	 */
	public BackoffSettings {
		Assert.isTrue(!initial.isNegative() && !initial.isZero(), "The initial back-off must be positive");
		Assert.isTrue(max.compareTo(Duration.ofDays(1)) <= 0, "The longest back-off must be a day at most");
		Assert.isTrue(max.compareTo(initial) >= 0, "The longest back-off must not be shorter than the initial one");
	}

}
