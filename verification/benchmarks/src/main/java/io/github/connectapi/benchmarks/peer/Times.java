package io.github.connectapi.benchmarks.peer;

import java.time.Duration;

/**
 * The times at which a token is renewed and becomes unusable. They are the same for all
 * caches.
 *
 * @param lifetime the lifetime of a token, from the time at which it is issued
 * @param renewAt the fraction of the lifetime after which the renewal is due
 * @param renewJitter the fraction that the session manager adds to it at random
 * @param usableUntil the fraction of the lifetime after which a cache no longer returns
 * the token
 */
public record Times(Duration lifetime, double renewAt, double renewJitter, double usableUntil) {

	/**
	 * Create times with the defaults of the session manager for short lifetimes.
	 * @param lifetime the lifetime of a token
	 * @return the times
	 */
	public static Times of(Duration lifetime) {
		return new Times(lifetime, 0.8, 0.05, 0.9);
	}

	/**
	 * Return the age of a token at which its renewal is due.
	 * @return the age
	 */
	public Duration due() {
		return fractionOfLifetime(this.renewAt);
	}

	/**
	 * Return the age of a token up to which it is usable.
	 * @return the age
	 */
	public Duration usable() {
		return fractionOfLifetime(this.usableUntil);
	}

	private Duration fractionOfLifetime(double fraction) {
		return Duration.ofNanos((long) (this.lifetime.toNanos() * fraction));
	}

}
