package io.github.connectapi.session;

import java.time.Duration;
import java.util.Objects;

import org.springframework.util.Assert;

import io.github.connectapi.Timeouts;

/**
 * Settings of a {@link ConnectSessionManager}: when it renews the session, how long it
 * waits and how long it backs off. Start from {@link #defaults()} and change individual
 * settings with the {@code with} methods. Immutable.
 */
public final class SessionSettings {

	/**
	 * The minimum fraction of the lifetime after which renewal is due.
	 */
	public static final double MIN_RENEW_AT = 0.05;

	private static final SessionSettings DEFAULTS = new SessionSettings(0.8, 0.05, Duration.ofSeconds(30),
			Duration.ofSeconds(30), Duration.ofSeconds(10),
			BackoffSettings.of(Duration.ofMillis(750), Duration.ofMinutes(1)),
			BackoffSettings.of(Duration.ofMinutes(2), Duration.ofHours(1)));

	private final double renewAt;

	private final double renewJitter;

	private final Duration expiryMargin;

	private final Duration acquisitionTimeout;

	private final Duration waitTimeout;

	private final BackoffSettings backoff;

	private final BackoffSettings rejectedBackoff;

	private SessionSettings(double renewAt, double renewJitter, Duration expiryMargin, Duration acquisitionTimeout,
			Duration waitTimeout, BackoffSettings backoff, BackoffSettings rejectedBackoff) {
		this.renewAt = renewAt;
		this.renewJitter = renewJitter;
		this.expiryMargin = expiryMargin;
		this.acquisitionTimeout = acquisitionTimeout;
		this.waitTimeout = waitTimeout;
		this.backoff = backoff;
		this.rejectedBackoff = rejectedBackoff;
	}

	/**
	 * Return the default settings. Renewal is due after 80 to 85% of the lifetime, and
	 * the expiry margin is 30 s. An acquisition takes at most 30 s, of which a caller
	 * waits 10 s. The back-off grows from 750 ms to 60 s, and from 2 min to 1 h if the
	 * credentials were rejected.
	 * @return the default settings
	 */
	public static SessionSettings defaults() {
		return DEFAULTS;
	}

	/**
	 * Return the fraction of the lifetime after which renewal is due.
	 * @return the fraction, at least 0.05 and less than 1
	 */
	public double renewAt() {
		return this.renewAt;
	}

	/**
	 * Return the maximum fraction of the lifetime by which a renewal is delayed at
	 * random.
	 * @return the fraction, at least 0
	 */
	public double renewJitter() {
		return this.renewJitter;
	}

	/**
	 * Return how long before its expiry a session is no longer used. The margin is never
	 * more than 10% of the lifetime.
	 * @return the margin
	 */
	public Duration expiryMargin() {
		return this.expiryMargin;
	}

	/**
	 * Return the maximum duration of one acquisition, including all its attempts.
	 * @return the timeout
	 */
	public Duration acquisitionTimeout() {
		return this.acquisitionTimeout;
	}

	/**
	 * Return how long a caller waits for a session if it specifies no timeout.
	 * @return the timeout
	 */
	public Duration waitTimeout() {
		return this.waitTimeout;
	}

	/**
	 * Return the back-off after a failed acquisition. It doubles with each consecutive
	 * failure.
	 * @return the back-off
	 */
	public BackoffSettings backoff() {
		return this.backoff;
	}

	/**
	 * Return the back-off after rejected credentials. It triples with each consecutive
	 * rejection.
	 * @return the back-off
	 */
	public BackoffSettings rejectedBackoff() {
		return this.rejectedBackoff;
	}

	/**
	 * Return a copy with the given time of renewal.
	 * @param renewAt the fraction of the lifetime after which renewal is due, at least
	 * 0.05 and less than 1
	 * @param renewJitter the maximum fraction of the lifetime by which a renewal is
	 * delayed at random
	 * @return the copy
	 * @throws IllegalArgumentException if a fraction is out of range, or if both together
	 * are more than 1
	 */
	public SessionSettings withRenewal(double renewAt, double renewJitter) {
		Assert.isTrue(renewAt >= MIN_RENEW_AT && renewAt < 1,
				"The renewal fraction must be at least 0.05 and less than 1");
		Assert.isTrue(renewJitter >= 0 && renewJitter <= 1 - MIN_RENEW_AT,
				"The renewal jitter must be between 0 and 0.95");
		Assert.isTrue(renewAt + renewJitter <= 1,
				"The renewal fraction and the renewal jitter must together be at most 1");
		return new SessionSettings(renewAt, renewJitter, this.expiryMargin, this.acquisitionTimeout, this.waitTimeout,
				this.backoff, this.rejectedBackoff);
	}

	/**
	 * Return a copy with the given expiry margin.
	 * @param expiryMargin how long before its expiry a session is no longer used, at most
	 * one day
	 * @return the copy
	 * @throws IllegalArgumentException if the margin is out of range
	 */
	public SessionSettings withExpiryMargin(Duration expiryMargin) {
		Timeouts.requireNotNegative(expiryMargin, "expiry margin");
		return new SessionSettings(this.renewAt, this.renewJitter, expiryMargin, this.acquisitionTimeout,
				this.waitTimeout, this.backoff, this.rejectedBackoff);
	}

	/**
	 * Return a copy with the given acquisition timeout.
	 * @param acquisitionTimeout the maximum duration of one acquisition, at most one day
	 * @return the copy
	 * @throws IllegalArgumentException if the timeout is out of range
	 */
	public SessionSettings withAcquisitionTimeout(Duration acquisitionTimeout) {
		Timeouts.requirePositive(acquisitionTimeout, "acquisition timeout");
		return new SessionSettings(this.renewAt, this.renewJitter, this.expiryMargin, acquisitionTimeout,
				this.waitTimeout, this.backoff, this.rejectedBackoff);
	}

	/**
	 * Return a copy with the given wait timeout.
	 * @param waitTimeout how long a caller waits for a session, at most one day
	 * @return the copy
	 * @throws IllegalArgumentException if the timeout is out of range
	 */
	public SessionSettings withWaitTimeout(Duration waitTimeout) {
		Timeouts.requireNotNegative(waitTimeout, "wait timeout");
		return new SessionSettings(this.renewAt, this.renewJitter, this.expiryMargin, this.acquisitionTimeout,
				waitTimeout, this.backoff, this.rejectedBackoff);
	}

	/**
	 * Return a copy with the given back-off after a failed acquisition.
	 * @param backoff the back-off
	 * @return the copy
	 */
	public SessionSettings withBackoff(BackoffSettings backoff) {
		return new SessionSettings(this.renewAt, this.renewJitter, this.expiryMargin, this.acquisitionTimeout,
				this.waitTimeout, backoff, this.rejectedBackoff);
	}

	/**
	 * Return a copy with the given back-off after rejected credentials.
	 * @param rejectedBackoff the back-off
	 * @return the copy
	 */
	public SessionSettings withRejectedBackoff(BackoffSettings rejectedBackoff) {
		return new SessionSettings(this.renewAt, this.renewJitter, this.expiryMargin, this.acquisitionTimeout,
				this.waitTimeout, this.backoff, rejectedBackoff);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof SessionSettings that && Double.compare(this.renewAt, that.renewAt) == 0
				&& Double.compare(this.renewJitter, that.renewJitter) == 0
				&& this.expiryMargin.equals(that.expiryMargin)
				&& this.acquisitionTimeout.equals(that.acquisitionTimeout) && this.waitTimeout.equals(that.waitTimeout)
				&& this.backoff.equals(that.backoff) && this.rejectedBackoff.equals(that.rejectedBackoff);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.renewAt, this.renewJitter, this.expiryMargin, this.acquisitionTimeout,
				this.waitTimeout, this.backoff, this.rejectedBackoff);
	}

	@Override
	public String toString() {
		return "SessionSettings[renewAt=%s, renewJitter=%s, expiryMargin=%s, acquisitionTimeout=%s, waitTimeout=%s, backoff=%s, rejectedBackoff=%s]"
			.formatted(this.renewAt, this.renewJitter, this.expiryMargin, this.acquisitionTimeout, this.waitTimeout,
					this.backoff, this.rejectedBackoff);
	}

}
