package io.github.connectapi.autoconfigure.properties;

import java.time.Duration;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.user.ConnectSessionsSettings;

/**
 * Properties {@code getty.connect.users.*}.
 */
final class UsersProperties {

	private static final String PREFIX = "getty.connect.users.";

	/**
	 * Maximum number of users with a session in memory. If there are as many, the session
	 * that was not read for the longest time is evicted.
	 */
	private int maxUsers = 100_000;

	/**
	 * How long a session is kept after it was last read. If a unit is not specified,
	 * milliseconds are used.
	 */
	private Duration idleTimeout = Duration.ofMinutes(30);

	/**
	 * Maximum number of users whose back-off is remembered, 64 bytes each. Four times the
	 * maximum number of users if not set.
	 */
	private @Nullable Integer maxBackoffs;

	/**
	 * Maximum number of acquisitions of all users that exchange with the server at the
	 * same time.
	 */
	private int maxConcurrentAcquisitions = 16;

	/**
	 * Maximum number of acquisitions of all users that wait. Further ones fail at once.
	 */
	private int maxQueuedAcquisitions = 10_000;

	/**
	 * Maximum number of logins of all users in a second. Renewals are not limited.
	 */
	private int maxLoginsPerSecond = 20;

	public int getMaxUsers() {
		return this.maxUsers;
	}

	public void setMaxUsers(int maxUsers) {
		this.maxUsers = maxUsers;
	}

	public Duration getIdleTimeout() {
		return this.idleTimeout;
	}

	public void setIdleTimeout(Duration idleTimeout) {
		this.idleTimeout = idleTimeout;
	}

	public @Nullable Integer getMaxBackoffs() {
		return this.maxBackoffs;
	}

	public void setMaxBackoffs(@Nullable Integer maxBackoffs) {
		this.maxBackoffs = maxBackoffs;
	}

	public int getMaxConcurrentAcquisitions() {
		return this.maxConcurrentAcquisitions;
	}

	public void setMaxConcurrentAcquisitions(int maxConcurrentAcquisitions) {
		this.maxConcurrentAcquisitions = maxConcurrentAcquisitions;
	}

	public int getMaxQueuedAcquisitions() {
		return this.maxQueuedAcquisitions;
	}

	public void setMaxQueuedAcquisitions(int maxQueuedAcquisitions) {
		this.maxQueuedAcquisitions = maxQueuedAcquisitions;
	}

	public int getMaxLoginsPerSecond() {
		return this.maxLoginsPerSecond;
	}

	public void setMaxLoginsPerSecond(int maxLoginsPerSecond) {
		this.maxLoginsPerSecond = maxLoginsPerSecond;
	}

	ConnectSessionsSettings toSettings(SettingsMapper mapper) {
		UsersProperties defaults = new UsersProperties();
		ConnectSessionsSettings settings = ConnectSessionsSettings.defaults();
		settings = map(mapper, "max-users", this.maxUsers, defaults.maxUsers, settings,
				(users) -> users.withMaxUsers(this.maxUsers));
		settings = map(mapper, "idle-timeout", this.idleTimeout, defaults.idleTimeout, settings,
				(users) -> users.withIdleTimeout(this.idleTimeout));
		Integer backoffs = this.maxBackoffs;
		if (backoffs != null) {
			settings = map(mapper, "max-backoffs", backoffs, 4 * defaults.maxUsers, settings,
					(users) -> users.withMaxBackoffs(backoffs));
		}
		settings = map(mapper, "max-concurrent-acquisitions", this.maxConcurrentAcquisitions,
				defaults.maxConcurrentAcquisitions, settings,
				(users) -> users.withMaxConcurrentAcquisitions(this.maxConcurrentAcquisitions));
		settings = map(mapper, "max-queued-acquisitions", this.maxQueuedAcquisitions, defaults.maxQueuedAcquisitions,
				settings, (users) -> users.withMaxQueuedAcquisitions(this.maxQueuedAcquisitions));
		return map(mapper, "max-logins-per-second", this.maxLoginsPerSecond, defaults.maxLoginsPerSecond, settings,
				(users) -> users.withMaxLoginsPerSecond(this.maxLoginsPerSecond));
	}

	private static ConnectSessionsSettings map(SettingsMapper mapper, String name, Object value, Object defaultValue,
			ConnectSessionsSettings settings, UnaryOperator<ConnectSessionsSettings> change) {
		return mapper.map(PropertyValue.of(PREFIX + name, value, defaultValue), settings, change);
	}

}
