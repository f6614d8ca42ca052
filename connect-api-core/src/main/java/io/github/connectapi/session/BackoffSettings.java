package io.github.connectapi.session;

import java.time.Duration;
import java.util.Objects;

import org.springframework.util.Assert;

import io.github.connectapi.Timeouts;

/**
 * Settings for the time without acquisitions after a failure. Immutable.
 */
public final class BackoffSettings {

	private final Duration initial;

	private final Duration max;

	private BackoffSettings(Duration initial, Duration max) {
		this.initial = initial;
		this.max = max;
	}

	/**
	 * Create back-off settings.
	 * @param initial the back-off after the first failure
	 * @param max the maximum back-off, at most one day
	 * @return the settings
	 * @throws IllegalArgumentException if a value is out of range, or if the maximum is
	 * shorter than the initial back-off
	 */
	public static BackoffSettings of(Duration initial, Duration max) {
		Timeouts.requirePositive(initial, "initial back-off");
		Timeouts.requirePositive(max, "maximum back-off");
		Assert.isTrue(max.compareTo(initial) >= 0,
				"The maximum back-off must not be shorter than the initial back-off");
		return new BackoffSettings(initial, max);
	}

	/**
	 * Return the back-off after the first failure.
	 * @return the back-off
	 */
	public Duration initial() {
		return this.initial;
	}

	/**
	 * Return the maximum back-off.
	 * @return the back-off
	 */
	public Duration max() {
		return this.max;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof BackoffSettings that && this.initial.equals(that.initial) && this.max.equals(that.max);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.initial, this.max);
	}

	@Override
	public String toString() {
		return "BackoffSettings[initial=%s, max=%s]".formatted(this.initial, this.max);
	}

}
