package io.github.connectapi.autoconfigure.properties;

import java.time.Duration;

import org.springframework.boot.context.properties.NestedConfigurationProperty;

import io.github.connectapi.Timeouts;
import io.github.connectapi.session.SessionSettings;

/**
 * Properties {@code getty.connect.session.*}.
 */
final class SessionProperties {

	/**
	 * When to acquire the first session.
	 */
	private StartupMode startup = StartupMode.LAZY;

	/**
	 * Maximum time to wait for a session when the application requires one to start.
	 * Failed acquisitions are repeated until then, but rejected credentials fail the
	 * startup immediately. If a unit is not specified, milliseconds are used.
	 */
	private Duration startupTimeout = Duration.ofSeconds(30);

	/**
	 * Session type. Not all operations accept an application session.
	 */
	private SessionType type = SessionType.USER;

	/**
	 * Fraction of the lifetime after which renewal is due. For example, 0.8 is 80%.
	 */
	private double renewAt = 0.8;

	/**
	 * Maximum fraction of the lifetime by which a renewal is delayed at random, so that
	 * many instances do not renew at the same time.
	 */
	private double renewJitter = 0.05;

	/**
	 * How long before its expiry a session is no longer returned. Limited to 10% of the
	 * lifetime. If a unit is not specified, milliseconds are used.
	 */
	private Duration expiryMargin = Duration.ofSeconds(30);

	/**
	 * Maximum duration of one acquisition, including all its attempts. If a unit is not
	 * specified, milliseconds are used.
	 */
	private Duration acquisitionTimeout = Duration.ofSeconds(30);

	/**
	 * Maximum time that a caller waits for a session when there is none. If a unit is not
	 * specified, milliseconds are used.
	 */
	private Duration waitTimeout = Duration.ofSeconds(10);

	@NestedConfigurationProperty
	private final BackoffProperties backoff = new BackoffProperties();

	@NestedConfigurationProperty
	private final RejectedBackoffProperties rejectedBackoff = new RejectedBackoffProperties();

	@NestedConfigurationProperty
	private final SharedSessionProperties shared = new SharedSessionProperties();

	public StartupMode getStartup() {
		return this.startup;
	}

	public void setStartup(StartupMode startup) {
		this.startup = startup;
	}

	public Duration getStartupTimeout() {
		return this.startupTimeout;
	}

	public void setStartupTimeout(Duration startupTimeout) {
		this.startupTimeout = startupTimeout;
	}

	public SessionType getType() {
		return this.type;
	}

	public void setType(SessionType type) {
		this.type = type;
	}

	public double getRenewAt() {
		return this.renewAt;
	}

	public void setRenewAt(double renewAt) {
		this.renewAt = renewAt;
	}

	public double getRenewJitter() {
		return this.renewJitter;
	}

	public void setRenewJitter(double renewJitter) {
		this.renewJitter = renewJitter;
	}

	public Duration getExpiryMargin() {
		return this.expiryMargin;
	}

	public void setExpiryMargin(Duration expiryMargin) {
		this.expiryMargin = expiryMargin;
	}

	public Duration getAcquisitionTimeout() {
		return this.acquisitionTimeout;
	}

	public void setAcquisitionTimeout(Duration acquisitionTimeout) {
		this.acquisitionTimeout = acquisitionTimeout;
	}

	public Duration getWaitTimeout() {
		return this.waitTimeout;
	}

	public void setWaitTimeout(Duration waitTimeout) {
		this.waitTimeout = waitTimeout;
	}

	public BackoffProperties getBackoff() {
		return this.backoff;
	}

	public RejectedBackoffProperties getRejectedBackoff() {
		return this.rejectedBackoff;
	}

	public SharedSessionProperties getShared() {
		return this.shared;
	}

	SessionSettings toSettings(SettingsMapper mapper) {
		SessionSettings defaults = SessionSettings.defaults();
		SessionSettings settings = mapRenewal(defaults, mapper);
		settings = mapper.map(
				PropertyValue.of("getty.connect.session.expiry-margin", this.expiryMargin, defaults.expiryMargin()),
				settings, (session) -> session.withExpiryMargin(this.expiryMargin));
		mapper.map(
				PropertyValue.of("getty.connect.session.startup-timeout", this.startupTimeout,
						new SessionProperties().startupTimeout),
				this.startupTimeout, (timeout) -> Timeouts.requirePositive(timeout, "startup timeout"));
		settings = mapper.map(
				PropertyValue.of("getty.connect.session.acquisition-timeout", this.acquisitionTimeout,
						defaults.acquisitionTimeout()),
				settings, (session) -> session.withAcquisitionTimeout(this.acquisitionTimeout));
		settings = mapper.map(
				PropertyValue.of("getty.connect.session.wait-timeout", this.waitTimeout, defaults.waitTimeout()),
				settings, (session) -> session.withWaitTimeout(this.waitTimeout));
		return settings.withBackoff(this.backoff.toSettings(defaults.backoff(), mapper))
			.withRejectedBackoff(this.rejectedBackoff.toSettings(defaults.rejectedBackoff(), mapper));
	}

	/** Each share alone, then both together. */
	private SessionSettings mapRenewal(SessionSettings defaults, SettingsMapper mapper) {
		PropertyValue renewAtProperty = PropertyValue.of("getty.connect.session.renew-at", this.renewAt,
				defaults.renewAt());
		PropertyValue renewJitterProperty = PropertyValue.of("getty.connect.session.renew-jitter", this.renewJitter,
				defaults.renewJitter());
		boolean renewAtValid = mapper.isValid(renewAtProperty, () -> defaults.withRenewal(this.renewAt, 0));
		boolean renewJitterValid = mapper.isValid(renewJitterProperty,
				() -> defaults.withRenewal(SessionSettings.MIN_RENEW_AT, this.renewJitter));
		if (!renewAtValid || !renewJitterValid) {
			return defaults;
		}
		return mapper.mapPair(renewAtProperty, renewJitterProperty,
				"Lower getty.connect.session.renew-at or getty.connect.session.renew-jitter.", defaults,
				(session) -> session.withRenewal(this.renewAt, this.renewJitter));
	}

}
