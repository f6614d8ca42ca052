package io.github.connectapi.autoconfigure;

import java.time.Duration;

/**
 * The properties {@code getty.connect.call.*}.
 */
final class CallProperties {

	/**
	 * Deadline of one call of an operation, with waiting for a session and all attempts.
	 * Without a unit the number is of milliseconds.
	 */
	private Duration timeout = Duration.ofSeconds(30);

	public Duration getTimeout() {
		return this.timeout;
	}

	public void setTimeout(Duration timeout) {
		this.timeout = timeout;
	}

	void check(PropertyProblems problems) {
		problems.requirePositive(this.timeout, "call.timeout", "30s");
	}

}
