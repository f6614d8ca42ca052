package io.github.connectapi.autoconfigure;

import java.time.Duration;

import org.springframework.boot.context.properties.NestedConfigurationProperty;

import io.github.connectapi.session.SessionSettings;

/**
 * The properties {@code getty.connect.session.*}.
 */
final class SessionProperties {

	/**
	 * What happens about the session while the application starts.
	 */
	private Startup startup = Startup.LAZY;

	/**
	 * How long a start that requires a session tries to get one, as many acquisitions as
	 * that may be. Rejected credentials end it at once. Without a unit the number is of
	 * milliseconds.
	 */
	private Duration startupTimeout = Duration.ofSeconds(30);

	/**
	 * Whose session it is: of a user of the system, or of the system alone, which not all
	 * operations accept.
	 */
	private SessionType type = SessionType.USER;

	/**
	 * Share of the lifetime after which renewal is due; 0.8 is 80 %.
	 */
	private double renewAt = 0.8;

	/**
	 * Up to which share of the lifetime is added to it at random, so that many instances
	 * do not renew together.
	 */
	private double renewJitter = 0.05;

	/**
	 * How long before its expiry a session is no longer handed out; at most 10 % of the
	 * lifetime is taken. Without a unit the number is of milliseconds.
	 */
	private Duration expiryMargin = Duration.ofSeconds(30);

	/**
	 * Deadline of one acquisition with all its attempts. Without a unit the number is of
	 * milliseconds.
	 */
	private Duration acquisitionTimeout = Duration.ofSeconds(30);

	/**
	 * How long a caller waits for a session when there is none. Without a unit the number
	 * is of milliseconds.
	 */
	private Duration waitTimeout = Duration.ofSeconds(10);

	@NestedConfigurationProperty
	private final BackoffProperties backoff = new BackoffProperties();

	@NestedConfigurationProperty
	private final RejectedBackoffProperties rejectedBackoff = new RejectedBackoffProperties();

	public Startup getStartup() {
		return this.startup;
	}

	public void setStartup(Startup startup) {
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

	void check(PropertyProblems problems) {
		boolean share = this.renewAt >= 0.05 && this.renewAt < 1;
		problems.require(share, "session.renew-at", this.renewAt, "must be at least 0.05 and below 1", "0.8");
		problems.require(this.renewJitter >= 0 && (!share || this.renewAt + this.renewJitter <= 1),
				"session.renew-jitter", this.renewJitter,
				"must be at least 0, and together with getty.connect.session.renew-at at most 1", "0.05");
		problems.requireNotNegative(this.expiryMargin, "session.expiry-margin", "30s");
		problems.requirePositive(this.startupTimeout, "session.startup-timeout", "30s");
		problems.requirePositive(this.acquisitionTimeout, "session.acquisition-timeout", "30s");
		problems.requireNotNegative(this.waitTimeout, "session.wait-timeout", "10s");
		this.backoff.check(problems);
		this.rejectedBackoff.check(problems);
	}

	SessionSettings toSettings() {
		return SessionSettings.defaults()
			.withRenewal(this.renewAt, this.renewJitter)
			.withExpiryMargin(this.expiryMargin)
			.withAcquisitionTimeout(this.acquisitionTimeout)
			.withWaitTimeout(this.waitTimeout)
			.withBackoff(this.backoff.toSettings())
			.withRejectedBackoff(this.rejectedBackoff.toSettings());
	}

}
