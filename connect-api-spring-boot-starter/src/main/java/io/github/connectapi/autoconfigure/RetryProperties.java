package io.github.connectapi.autoconfigure;

import java.time.Duration;

import io.github.connectapi.retry.RetrySettings;

/**
 * The properties {@code getty.connect.retry.*}.
 */
final class RetryProperties {

	/**
	 * How many times a request is sent within one acquisition, the first included, if its
	 * failure may pass.
	 */
	private int maxAttempts = 3;

	/**
	 * Sleeper after the first attempt. Without a unit the number is of milliseconds.
	 */
	private Duration initialInterval = Duration.ofMillis(750);

	/**
	 * How much longer each further pause is.
	 */
	private double multiplier = 1;

	/**
	 * Longest pause. Without a unit the number is of milliseconds.
	 */
	private Duration maxInterval = Duration.ofSeconds(5);

	/**
	 * By which share a pause varies at random in either direction; 0.2 is 20 %.
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

	void check(PropertyProblems problems) {
		problems.require(this.maxAttempts >= 1, "retry.max-attempts", this.maxAttempts, "must be at least 1", "3");
		problems.requireOrdered(this.initialInterval, this.maxInterval, "retry.initial-interval", "retry.max-interval",
				"750ms", "5s");
		problems.require(this.multiplier >= 1 && this.multiplier <= 100, "retry.multiplier", this.multiplier,
				"must be between 1 and 100", "1");
		problems.require(this.jitter >= 0 && this.jitter < 1, "retry.jitter", this.jitter,
				"must be at least 0 and below 1", "0.2");
	}

	RetrySettings toSettings() {
		return RetrySettings.defaults()
			.withMaxAttempts(this.maxAttempts)
			.withInterval(this.initialInterval, this.maxInterval)
			.withMultiplier(this.multiplier)
			.withJitter(this.jitter);
	}

}
