package io.github.connectapi.autoconfigure;

import java.time.Duration;

import io.github.connectapi.session.BackoffSettings;

/**
 * The properties {@code getty.connect.session.rejected-backoff.*}.
 */
final class RejectedBackoffProperties {

	/**
	 * How long to hold back after rejected credentials; tripled after each further
	 * rejection. Without a unit the number is of milliseconds.
	 */
	private Duration initial = Duration.ofMinutes(2);

	/**
	 * Longest time to hold back after rejected credentials. Without a unit the number is
	 * of milliseconds.
	 */
	private Duration max = Duration.ofHours(1);

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
		problems.requireOrdered(this.initial, this.max, "session.rejected-backoff.initial",
				"session.rejected-backoff.max", "2m", "1h");
	}

	BackoffSettings toSettings() {
		return new BackoffSettings(this.initial, this.max);
	}

}
