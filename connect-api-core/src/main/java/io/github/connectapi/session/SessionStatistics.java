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
record SessionStatistics(int generation, int renewals, @Nullable Instant lastSuccessAt) {

	static final SessionStatistics NONE = new SessionStatistics(0, 0, null);

	SessionStatistics next(boolean renewed, ClockReading now) {
		return new SessionStatistics(this.generation + 1, this.renewals + (renewed ? 1 : 0), now.instant());
	}

}
