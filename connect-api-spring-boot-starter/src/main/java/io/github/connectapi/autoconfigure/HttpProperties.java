package io.github.connectapi.autoconfigure;

import java.time.Duration;

import org.springframework.util.unit.DataSize;

/**
 * The properties {@code getty.connect.http.*}.
 */
final class HttpProperties {

	private static final DataSize LARGEST = DataSize.ofGigabytes(1);

	/**
	 * How long connecting may take. Without a unit the number is of milliseconds.
	 */
	private Duration connectTimeout = Duration.ofSeconds(5);

	/**
	 * How long one exchange may take, from connecting to the last byte of the answer.
	 * Without a unit the number is of milliseconds.
	 */
	private Duration responseTimeout = Duration.ofSeconds(10);

	/**
	 * Most bytes of an answer to an operation. Answers about sessions have a fixed limit
	 * of 64KB.
	 */
	private DataSize maxResponseSize = DataSize.ofMegabytes(5);

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

	public DataSize getMaxResponseSize() {
		return this.maxResponseSize;
	}

	public void setMaxResponseSize(DataSize maxResponseSize) {
		this.maxResponseSize = maxResponseSize;
	}

	void check(PropertyProblems problems) {
		long bytes = this.maxResponseSize.toBytes();
		problems.require(bytes > 0 && bytes <= LARGEST.toBytes(), "http.max-response-size", this.maxResponseSize,
				"must be positive, and 1GB at most", "5MB");
		problems.requirePositive(this.connectTimeout, "http.connect-timeout", "5s");
		problems.requirePositive(this.responseTimeout, "http.response-timeout", "10s");
	}

}
