package io.github.connectapi.session;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a state looks like from outside, and since when. Immutable.
 */
record SessionStatus(ConnectSessionSnapshot.State state, Instant since) {

	/** Of a session that ended unseen, since its end. A closed one stays closed. */
	SessionStatus next(SessionState now, ClockReading moment) {
		ConnectSessionSnapshot.State next = (this.state == ConnectSessionSnapshot.State.CLOSED) ? this.state
				: of(now, moment);
		if (next == this.state) {
			return this;
		}
		CachedSession lease = now.lease();
		boolean ended = this.state == ConnectSessionSnapshot.State.VALID && lease != null;
		return new SessionStatus(next, ended ? endOf(lease, moment) : moment.instant());
	}

	private static ConnectSessionSnapshot.State of(SessionState state, ClockReading now) {
		if (state.hasUsableLease(now)) {
			return ConnectSessionSnapshot.State.VALID;
		}
		return (state.backoffState() != null) ? ConnectSessionSnapshot.State.FAILED : ConnectSessionSnapshot.State.NONE;
	}

	private static Instant endOf(@Nullable CachedSession lease, ClockReading now) {
		return (lease != null) ? now.instant().minusNanos(lease.age(now) - lease.usableNanos()) : now.instant();
	}

}
