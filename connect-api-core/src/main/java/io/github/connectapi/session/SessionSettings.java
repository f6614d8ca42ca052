package io.github.connectapi.session;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * How a manager treats its session. Start from {@link #defaults()} and change what is to
 * be different.
 *
 * @param renewAt the share of the lifetime after which renewal is due, at least 0.05 and
 * below 1
 * @param renewJitter up to which share of the lifetime is added to it at random
 * @param expiryMargin how long before its expiry a session is no longer handed out; at
 * most 10 % of the lifetime is taken
 * @param acquisitionTimeout the deadline of one acquisition, with all its attempts
 * @param waitTimeout how long a caller waits for a session if it does not say
 * @param backoff after an acquisition that failed, doubling
 * @param rejectedBackoff after credentials that were rejected, tripling
 */
public record SessionSettings(double renewAt, double renewJitter, Duration expiryMargin, Duration acquisitionTimeout,
		Duration waitTimeout, BackoffSettings backoff, BackoffSettings rejectedBackoff) {

	/**
	 * Checks the values.
	 * @param renewAt the share of the lifetime after which renewal is due, above 0 and
	 * below 1
	 * @param renewJitter up to which share of the lifetime is added to it at random
	 * @param expiryMargin how long before its expiry a session is no longer handed out;
	 * at most 10 % of the lifetime is taken
	 * @param acquisitionTimeout the deadline of one acquisition, with all its attempts
	 * @param waitTimeout how long a caller waits for a session if it does not say
	 * @param backoff after an acquisition that failed, doubling
	 * @param rejectedBackoff after credentials that were rejected, tripling
	 * @throws IllegalArgumentException if one is out of its range
	 */
	public SessionSettings {
		Assert.isTrue(renewAt >= 0.05 && renewAt < 1,
				"The share of the lifetime to renew at must be at least 0.05 and below 1");
		Assert.isTrue(renewJitter >= 0 && renewAt + renewJitter <= 1,
				"The renewal jitter must not be negative, nor reach beyond the lifetime");
		Assert.isTrue(!expiryMargin.isNegative() && isBounded(expiryMargin),
				"The expiry margin must be between 0 and a day");
		Assert.isTrue(acquisitionTimeout.compareTo(Duration.ZERO) > 0 && isBounded(acquisitionTimeout),
				"The acquisition timeout must be positive, and a day at most");
		Assert.isTrue(!waitTimeout.isNegative() && isBounded(waitTimeout),
				"The wait timeout must be between 0 and a day");
	}

	/**
	 * Renewal at 80 to 85 % of the lifetime, a margin of 30 s, 30 s for an acquisition of
	 * which a caller waits 10 s, back-off from 750 ms to 60 s, hold from 2 min to 1 h.
	 * @return the defaults
	 */
	public static SessionSettings defaults() {
		return new SessionSettings(0.8, 0.05, Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(10),
				new BackoffSettings(Duration.ofMillis(750), Duration.ofMinutes(1)),
				new BackoffSettings(Duration.ofMinutes(2), Duration.ofHours(1)));
	}

	/**
	 * The same settings with another time of renewal.
	 * @param renewAt the share of the lifetime after which renewal is due
	 * @param renewJitter up to which share of the lifetime is added at random
	 * @return other settings
	 */
	public SessionSettings withRenewal(double renewAt, double renewJitter) {
		return new SessionSettings(renewAt, renewJitter, this.expiryMargin, this.acquisitionTimeout, this.waitTimeout,
				this.backoff, this.rejectedBackoff);
	}

	/**
	 * The same settings with another margin.
	 * @param expiryMargin how long before its expiry a session is no longer handed out
	 * @return other settings
	 */
	public SessionSettings withExpiryMargin(Duration expiryMargin) {
		return new SessionSettings(this.renewAt, this.renewJitter, expiryMargin, this.acquisitionTimeout,
				this.waitTimeout, this.backoff, this.rejectedBackoff);
	}

	/**
	 * The same settings with other timeouts.
	 * @param acquisitionTimeout the deadline of one acquisition
	 * @param waitTimeout how long a caller waits
	 * @return other settings
	 */
	public SessionSettings withTimeouts(Duration acquisitionTimeout, Duration waitTimeout) {
		return new SessionSettings(this.renewAt, this.renewJitter, this.expiryMargin, acquisitionTimeout, waitTimeout,
				this.backoff, this.rejectedBackoff);
	}

	/**
	 * The same settings with other back-offs.
	 * @param backoff after an acquisition that failed
	 * @param rejectedBackoff after credentials that were rejected
	 * @return other settings
	 */
	public SessionSettings withBackoff(BackoffSettings backoff, BackoffSettings rejectedBackoff) {
		return new SessionSettings(this.renewAt, this.renewJitter, this.expiryMargin, this.acquisitionTimeout,
				this.waitTimeout, backoff, rejectedBackoff);
	}

	private static boolean isBounded(Duration duration) {
		return duration.compareTo(Duration.ofDays(1)) <= 0;
	}

}
