package io.github.connectapi.autoconfigure.properties;

import java.time.Duration;

import io.github.connectapi.Timeouts;

/**
 * Properties {@code getty.connect.call.*}.
 */
final class CallProperties {

	/**
	 * Maximum duration of one call of an operation, including the wait for a session and
	 * all attempts. If a unit is not specified, milliseconds are used.
	 */
	private Duration timeout = Duration.ofSeconds(30);

	public Duration getTimeout() {
		return this.timeout;
	}

	public void setTimeout(Duration timeout) {
		this.timeout = timeout;
	}

	void validate(SettingsMapper mapper) {
		mapper.map(PropertyValue.of("getty.connect.call.timeout", this.timeout, new CallProperties().timeout),
				this.timeout, (timeout) -> Timeouts.requirePositive(timeout, "call timeout"));
	}

}
