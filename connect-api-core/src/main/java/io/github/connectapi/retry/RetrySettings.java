package io.github.connectapi.retry;

import java.time.Duration;
import java.util.Objects;

import org.springframework.util.Assert;

import io.github.connectapi.Timeouts;

/**
 * Settings for retrying transient failures within one acquisition or one call. A
 * {@code Retry-After} of the server that is longer than the interval takes precedence.
 * Start from {@link #defaults()} and change individual settings with the {@code with}
 * methods. Immutable.
 */
public final class RetrySettings {

	private static final RetrySettings DEFAULTS = new RetrySettings(3, Duration.ofMillis(750), Duration.ofSeconds(5), 1,
			0.2);

	private final int maxAttempts;

	private final Duration initialInterval;

	private final Duration maxInterval;

	private final double multiplier;

	private final double jitter;

	private RetrySettings(int maxAttempts, Duration initialInterval, Duration maxInterval, double multiplier,
			double jitter) {
		this.maxAttempts = maxAttempts;
		this.initialInterval = initialInterval;
		this.maxInterval = maxInterval;
		this.multiplier = multiplier;
		this.jitter = jitter;
	}

	/**
	 * Return the default settings: three attempts with intervals of 750 ms, each varied
	 * by up to 20% at random.
	 * @return the default settings
	 */
	public static RetrySettings defaults() {
		return DEFAULTS;
	}

	/**
	 * Return the maximum number of attempts, including the first one.
	 * @return the number, at least 1
	 */
	public int maxAttempts() {
		return this.maxAttempts;
	}

	/**
	 * Return the interval after the first attempt.
	 * @return the interval
	 */
	public Duration initialInterval() {
		return this.initialInterval;
	}

	/**
	 * Return the maximum interval between two attempts.
	 * @return the interval
	 */
	public Duration maxInterval() {
		return this.maxInterval;
	}

	/**
	 * Return the factor by which the interval is multiplied after each attempt.
	 * @return the factor, from 1 to 100
	 */
	public double multiplier() {
		return this.multiplier;
	}

	/**
	 * Return the fraction by which an interval varies at random in either direction.
	 * @return the fraction, at least 0 and less than 1
	 */
	public double jitter() {
		return this.jitter;
	}

	/**
	 * Return a copy with the given maximum number of attempts.
	 * @param maxAttempts the maximum number of attempts, including the first one
	 * @return the copy
	 * @throws IllegalArgumentException if the number is less than 1
	 */
	public RetrySettings withMaxAttempts(int maxAttempts) {
		Assert.isTrue(maxAttempts >= 1, "The maximum number of attempts must be at least 1");
		return new RetrySettings(maxAttempts, this.initialInterval, this.maxInterval, this.multiplier, this.jitter);
	}

	/**
	 * Return a copy with the given intervals.
	 * @param initial the interval after the first attempt
	 * @param max the maximum interval, at most one day
	 * @return the copy
	 * @throws IllegalArgumentException if an interval is out of range, or if the maximum
	 * is shorter than the initial interval
	 */
	public RetrySettings withInterval(Duration initial, Duration max) {
		Timeouts.requirePositive(initial, "initial retry interval");
		Timeouts.requirePositive(max, "maximum retry interval");
		Assert.isTrue(max.compareTo(initial) >= 0,
				"The maximum retry interval must not be shorter than the initial retry interval");
		return new RetrySettings(this.maxAttempts, initial, max, this.multiplier, this.jitter);
	}

	/**
	 * Return a copy with the given multiplier.
	 * @param multiplier the factor by which the interval is multiplied after each
	 * attempt, from 1 to 100
	 * @return the copy
	 * @throws IllegalArgumentException if the multiplier is out of range
	 */
	public RetrySettings withMultiplier(double multiplier) {
		Assert.isTrue(multiplier >= 1 && multiplier <= 100, "The retry multiplier must be between 1 and 100");
		return new RetrySettings(this.maxAttempts, this.initialInterval, this.maxInterval, multiplier, this.jitter);
	}

	/**
	 * Return a copy with the given jitter.
	 * @param jitter the fraction by which an interval varies at random in either
	 * direction, at least 0 and less than 1
	 * @return the copy
	 * @throws IllegalArgumentException if the jitter is out of range
	 */
	public RetrySettings withJitter(double jitter) {
		Assert.isTrue(jitter >= 0 && jitter < 1, "The retry jitter must be at least 0 and less than 1");
		return new RetrySettings(this.maxAttempts, this.initialInterval, this.maxInterval, this.multiplier, jitter);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof RetrySettings that && this.maxAttempts == that.maxAttempts
				&& this.initialInterval.equals(that.initialInterval) && this.maxInterval.equals(that.maxInterval)
				&& Double.compare(this.multiplier, that.multiplier) == 0
				&& Double.compare(this.jitter, that.jitter) == 0;
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.maxAttempts, this.initialInterval, this.maxInterval, this.multiplier, this.jitter);
	}

	@Override
	public String toString() {
		return "RetrySettings[maxAttempts=%s, initialInterval=%s, maxInterval=%s, multiplier=%s, jitter=%s]"
			.formatted(this.maxAttempts, this.initialInterval, this.maxInterval, this.multiplier, this.jitter);
	}

}
