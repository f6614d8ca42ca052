package io.github.connectapi.autoconfigure.properties;

import java.time.Duration;

import io.github.connectapi.Timeouts;
import io.github.connectapi.purchase.ImageLicensingBuilder;

/**
 * Properties {@code getty.connect.purchase.*}.
 */
final class PurchaseProperties {

	/**
	 * Whether to authorize the asset again after an unclear purchase, to repeat the
	 * purchase if it is free now, and to collect evidence otherwise.
	 */
	private boolean resolveUnclear = true;

	/**
	 * Maximum duration of what is done after an unclear purchase. If a unit is not
	 * specified, milliseconds are used.
	 */
	private Duration unclearTimeout = Duration.ofSeconds(20);

	public boolean isResolveUnclear() {
		return this.resolveUnclear;
	}

	public void setResolveUnclear(boolean resolveUnclear) {
		this.resolveUnclear = resolveUnclear;
	}

	public Duration getUnclearTimeout() {
		return this.unclearTimeout;
	}

	public void setUnclearTimeout(Duration unclearTimeout) {
		this.unclearTimeout = unclearTimeout;
	}

	void validate(SettingsMapper mapper) {
		mapper.map(
				PropertyValue.of("getty.connect.purchase.unclear-timeout", this.unclearTimeout,
						new PurchaseProperties().unclearTimeout),
				this.unclearTimeout,
				(timeout) -> Timeouts.requirePositive(timeout, "timeout after an unclear purchase"));
	}

	void applyTo(ImageLicensingBuilder builder) {
		builder.resolveUnclear(this.resolveUnclear).unclearTimeout(this.unclearTimeout);
	}

}
