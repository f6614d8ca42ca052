package io.github.connectapi.acquisition;

import org.springframework.util.Assert;

import io.github.connectapi.Internal;

/**
 * Limits of the acquisitions of many users. Immutable.
 *
 * @param maxConcurrentAcquisitions how many acquisitions exchange with the server at a
 * time
 * @param maxQueued how many acquisitions may wait for each of the two stages; renewals
 * are not counted
 * @param maxLoginsPerSecond how many logins may start in any second
 */
@Internal
public record AcquisitionPoolSettings(int maxConcurrentAcquisitions, int maxQueued, int maxLoginsPerSecond) {

	/** Maximum of {@link #maxConcurrentAcquisitions()}. */
	public static final int MAX_CONCURRENT_ACQUISITIONS = 256;

	/** Maximum of {@link #maxLoginsPerSecond()}. */
	public static final int MAX_LOGINS_PER_SECOND = 1000;

	/**
	 * Create settings.
	 * @param maxConcurrentAcquisitions from 1 to {@value #MAX_CONCURRENT_ACQUISITIONS}
	 * @param maxQueued at least 1
	 * @param maxLoginsPerSecond from 1 to {@value #MAX_LOGINS_PER_SECOND}
	 * @throws IllegalArgumentException if a value is out of range
	 */
	public AcquisitionPoolSettings {
		Assert.isTrue(maxConcurrentAcquisitions >= 1 && maxConcurrentAcquisitions <= MAX_CONCURRENT_ACQUISITIONS,
				"The maximum number of concurrent acquisitions must be between 1 and 256");
		Assert.isTrue(maxQueued >= 1, "The maximum number of queued acquisitions must be positive");
		Assert.isTrue(maxLoginsPerSecond >= 1 && maxLoginsPerSecond <= MAX_LOGINS_PER_SECOND,
				"The maximum number of logins per second must be between 1 and 1000");
	}

	/**
	 * Return the defaults: 16 concurrent acquisitions, 10,000 that wait, and 20 logins
	 * per second.
	 * @return the settings
	 */
	public static AcquisitionPoolSettings defaults() {
		return new AcquisitionPoolSettings(16, 10_000, 20);
	}

}
