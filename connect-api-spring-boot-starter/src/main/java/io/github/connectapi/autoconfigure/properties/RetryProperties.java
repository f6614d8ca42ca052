package io.github.connectapi.autoconfigure.properties;

import java.time.Duration;

import io.github.connectapi.retry.RetrySettings;

/**
 * Properties {@code getty.connect.retry.*}.
 */
final class RetryProperties {

	/**
	 * Maximum number of attempts to send a request, including the first one. Only
	 * transient failures are retried.
	 */
	private int maxAttempts = 3;

	/**
	 * Interval between the first and the second attempt. If a unit is not specified,
	 * milliseconds are used.
	 */
	private Duration initialInterval = Duration.ofMillis(750);

	/**
	 * Factor by which the interval is multiplied after each attempt.
	 */
	private double multiplier = 1;

	/**
	 * Maximum interval between two attempts. If a unit is not specified, milliseconds are
	 * used.
	 */
	private Duration maxInterval = Duration.ofSeconds(5);

	/**
	 * Fraction by which an interval varies at random in both directions. For example, 0.2
	 * is 20%.
	 */
	private double jitter = 0.2;

	public int getMaxAttempts() {
		return this.maxAttempts;
	}

	public void setMaxAttempts(int maxAttempts) {
		this.maxAttempts = maxAttempts;
	}

	public Duration getInitialInterval() {
		return this.initialInterval;
	}

	public void setInitialInterval(Duration initialInterval) {
		this.initialInterval = initialInterval;
	}

	public double getMultiplier() {
		return this.multiplier;
	}

	public void setMultiplier(double multiplier) {
		this.multiplier = multiplier;
	}

	public Duration getMaxInterval() {
		return this.maxInterval;
	}

	public void setMaxInterval(Duration maxInterval) {
		this.maxInterval = maxInterval;
	}

	public double getJitter() {
		return this.jitter;
	}

	public void setJitter(double jitter) {
		this.jitter = jitter;
	}

	RetrySettings toSettings(SettingsMapper mapper) {
		RetrySettings defaults = RetrySettings.defaults();
		RetrySettings settings = mapper.map(
				PropertyValue.of("getty.connect.retry.max-attempts", this.maxAttempts, defaults.maxAttempts()),
				defaults, (retry) -> retry.withMaxAttempts(this.maxAttempts));
		settings = mapper.mapDurations(
				PropertyValue.of("getty.connect.retry.initial-interval", this.initialInterval,
						defaults.initialInterval()),
				this.initialInterval,
				PropertyValue.of("getty.connect.retry.max-interval", this.maxInterval, defaults.maxInterval()),
				this.maxInterval,
				"Raise getty.connect.retry.max-interval or lower getty.connect.retry.initial-interval.", settings,
				settings::withInterval);
		settings = mapper.map(
				PropertyValue.of("getty.connect.retry.multiplier", this.multiplier, defaults.multiplier()), settings,
				(retry) -> retry.withMultiplier(this.multiplier));
		return mapper.map(PropertyValue.of("getty.connect.retry.jitter", this.jitter, defaults.jitter()), settings,
				(retry) -> retry.withJitter(this.jitter));
	}

}
