package io.github.connectapi.live;

/**
 * What was seen of a fact. Contains no secret.
 *
 * @param fact the fact
 * @param assumed what this project assumes; empty if it assumes nothing
 * @param seen what was seen
 * @param isDifferent whether that is something else
 */
record Finding(String fact, String assumed, String seen, boolean isDifferent) {

	static Finding of(String fact, String assumed, String seen, boolean confirmed) {
		return new Finding(fact, assumed, seen, !confirmed);
	}

	/** Create a finding about which nothing is assumed. */
	static Finding noted(String fact, String seen) {
		return new Finding(fact, "", seen, false);
	}

	@Override
	public String toString() {
		if (this.assumed.isEmpty()) {
			return "noted      %s%n           seen:    %s".formatted(this.fact, this.seen);
		}
		return "%s  %s%n           assumed: %s%n           seen:    %s"
			.formatted(this.isDifferent ? "DIFFERENT" : "confirmed", this.fact, this.assumed, this.seen);
	}

}
