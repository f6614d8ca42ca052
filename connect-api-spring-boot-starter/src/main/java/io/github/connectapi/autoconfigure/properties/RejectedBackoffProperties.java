package io.github.connectapi.autoconfigure.properties;

import java.time.Duration;

import io.github.connectapi.session.BackoffSettings;

/**
 * Properties {@code getty.connect.session.rejected-backoff.*}.
 */
final class RejectedBackoffProperties {

	/**
	 * Initial back-off after rejected credentials. Tripled after each further rejection.
	 * If a unit is not specified, milliseconds are used.
	 */
	private Duration initial = Duration.ofMinutes(2);

	/**
	 * Maximum back-off after rejected credentials. If a unit is not specified,
	 * milliseconds are used.
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

	BackoffSettings toSettings(BackoffSettings defaults, SettingsMapper mapper) {
		return mapper.mapDurations(
				PropertyValue.of("getty.connect.session.rejected-backoff.initial", this.initial, defaults.initial()),
				this.initial, PropertyValue.of("getty.connect.session.rejected-backoff.max", this.max, defaults.max()),
				this.max,
				"Raise getty.connect.session.rejected-backoff.max or lower getty.connect.session.rejected-backoff.initial.",
				defaults, BackoffSettings::of);
	}

}
