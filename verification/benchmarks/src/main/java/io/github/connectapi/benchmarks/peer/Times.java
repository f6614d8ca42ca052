package io.github.connectapi.benchmarks.peer;

import java.time.Duration;

/**
 * When a token is to be renewed, and how long it may be handed out: the same for all.
 *
 * @param lifetime how long a token is valid, from its granting on
 * @param renewAt the share of the lifetime after which its renewal is due
 * @param renewJitter the share that the manager adds to it at random
 * @param usableUntil the share of the lifetime after which it is not handed out
 */
public record Times(Duration lifetime, double renewAt, double renewJitter, double usableUntil) {

	/**
	 * The shares that the manager has by default for short lifetimes.
	 * @param lifetime how long a token is valid
	 * @return times
	 */
	public static Times of(Duration lifetime) {
		return new Times(lifetime, 0.8, 0.05, 0.9);
	}

	/**
	 * The age at which renewal is due.
	 * @return a part of the lifetime
	 */
	public Duration due() {
		return share(this.renewAt);
	}

	/**
	 * The age up to which a token is handed out.
	 * @return a part of the lifetime
	 */
	public Duration usable() {
		return share(this.usableUntil);
	}

	private Duration share(double share) {
		return Duration.ofNanos((long) (this.lifetime.toNanos() * share));
	}

}
