package io.github.connectapi.autoconfigure.properties;

import java.time.Duration;

import io.github.connectapi.session.BackoffSettings;

/**
 * Properties {@code getty.connect.session.backoff.*}.
 */
final class BackoffProperties {

	/**
	 * Initial back-off after a failed acquisition. Doubled after each further failure. If
	 * a unit is not specified, milliseconds are used.
	 */
	private Duration initial = Duration.ofMillis(750);

	/**
	 * Maximum back-off after failed acquisitions. If a unit is not specified,
	 * milliseconds are used.
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

	BackoffSettings toSettings(BackoffSettings defaults, SettingsMapper mapper) {
		return mapper.mapDurations(
				PropertyValue.of("getty.connect.session.backoff.initial", this.initial, defaults.initial()),
				this.initial, PropertyValue.of("getty.connect.session.backoff.max", this.max, defaults.max()), this.max,
				"Raise getty.connect.session.backoff.max or lower getty.connect.session.backoff.initial.", defaults,
				BackoffSettings::of);
	}

}
