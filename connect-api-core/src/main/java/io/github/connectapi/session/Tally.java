package io.github.connectapi.session;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How many sessions there were. Immutable.
 *
 * @param generation all of them
 * @param renewals how many of them were renewed ones
 * @param lastSuccessAt when the last one was acquired, by the wall clock
 */
record Tally(int generation, int renewals, @Nullable Instant lastSuccessAt) {

	static final Tally NONE = new Tally(0, 0, null);

	Tally next(boolean renewed, Moment now) {
		return new Tally(this.generation + 1, this.renewals + (renewed ? 1 : 0), now.instant());
	}

}
