package io.github.connectapi.autoconfigure.properties;

import io.github.connectapi.call.AsyncConnectApiBuilder;
import io.github.connectapi.call.ConcurrentCalls;

/**
 * Properties {@code getty.connect.async.*}.
 */
final class AsyncProperties {

	/**
	 * Maximum number of asynchronous calls that are in progress at once. Further ones are
	 * refused.
	 */
	private int maxConcurrentCalls = 16;

	public int getMaxConcurrentCalls() {
		return this.maxConcurrentCalls;
	}

	public void setMaxConcurrentCalls(int maxConcurrentCalls) {
		this.maxConcurrentCalls = maxConcurrentCalls;
	}

	void validate(SettingsMapper mapper) {
		mapper.map(
				PropertyValue.of("getty.connect.async.max-concurrent-calls", this.maxConcurrentCalls,
						new AsyncProperties().maxConcurrentCalls),
				this.maxConcurrentCalls, ConcurrentCalls::requireValid);
	}

	void applyTo(AsyncConnectApiBuilder builder) {
		builder.maxConcurrentCalls(this.maxConcurrentCalls);
	}

}
