package io.github.connectapi.autoconfigure;

import java.time.Duration;

/**
 * The properties {@code getty.connect.http.*}.
 */
final class HttpProperties {

	/**
	 * How long connecting may take. Without a unit the number is of milliseconds.
	 */
	private Duration connectTimeout = Duration.ofSeconds(5);

	/**
	 * How long one exchange may take, from connecting to the last byte of the answer.
	 * Without a unit the number is of milliseconds.
	 */
	private Duration responseTimeout = Duration.ofSeconds(10);

	public Duration getConnectTimeout() {
		return this.connectTimeout;
	}

	public void setConnectTimeout(Duration connectTimeout) {
		this.connectTimeout = connectTimeout;
	}

	public Duration getResponseTimeout() {
		return this.responseTimeout;
	}

	public void setResponseTimeout(Duration responseTimeout) {
		this.responseTimeout = responseTimeout;
	}

	void check(PropertyProblems problems) {
		problems.requirePositive(this.connectTimeout, "http.connect-timeout", "5s");
		problems.requirePositive(this.responseTimeout, "http.response-timeout", "10s");
	}

}
