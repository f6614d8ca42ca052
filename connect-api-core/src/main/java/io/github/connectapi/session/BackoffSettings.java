package io.github.connectapi.session;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * Settings for the time without acquisitions after a failure.
 *
 * @param initial the back-off after the first failure
 * @param max the maximum back-off, at most one day
 */
public record BackoffSettings(Duration initial, Duration max) {

	/**
	 * Create back-off settings.
	 * @param initial the back-off after the first failure
	 * @param max the maximum back-off, at most one day
	 * @throws IllegalArgumentException if a value is out of range
	 */
	public BackoffSettings {
		Assert.isTrue(!initial.isNegative() && !initial.isZero(), "The initial back-off must be positive");
		Assert.isTrue(max.compareTo(Duration.ofDays(1)) <= 0, "The maximum back-off must be at most one day");
		Assert.isTrue(max.compareTo(initial) >= 0,
				"The maximum back-off must not be shorter than the initial back-off");
	}

}
