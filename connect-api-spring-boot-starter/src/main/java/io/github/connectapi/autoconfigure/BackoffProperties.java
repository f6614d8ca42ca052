package io.github.connectapi.autoconfigure;

import java.time.Duration;

import io.github.connectapi.session.BackoffSettings;

/**
 * The properties {@code getty.connect.session.backoff.*}.
 */
final class BackoffProperties {

	/**
	 * How long to hold back after a failed acquisition; doubled after each further one.
	 * Without a unit the number is of milliseconds.
	 */
	private Duration initial = Duration.ofMillis(750);

	/**
	 * Longest time to hold back. Without a unit the number is of milliseconds.
	 */
	private Duration max = Duration.ofSeconds(60);

	public Duration getInitial() {
		return this.initial;
	}

	public void setInitial(Duration initial) {
		this.initial = initial;
	}

	public Duration getMax() {
		return this.max;
	}

	public void setMax(Duration max) {
		this.max = max;
	}

	void check(PropertyProblems problems) {
		problems.requireOrdered(this.initial, this.max, "session.backoff.initial", "session.backoff.max", "750ms",
				"60s");
	}

	BackoffSettings toSettings() {
		return new BackoffSettings(this.initial, this.max);
	}

}
