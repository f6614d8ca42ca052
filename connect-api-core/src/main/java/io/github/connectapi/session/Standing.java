package io.github.connectapi.session;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a state looks like from outside, and since when. Immutable.
 */
record Standing(ConnectSessionSnapshot.State state, Instant since) {

	/** Of a session that ended unseen, since its end. A closed one stays closed. */
	Standing next(SessionState now, Moment moment) {
		ConnectSessionSnapshot.State next = (this.state == ConnectSessionSnapshot.State.CLOSED) ? this.state
				: of(now, moment);
		if (next == this.state) {
			return this;
		}
		Lease lease = now.lease();
		boolean ended = this.state == ConnectSessionSnapshot.State.VALID && lease != null;
		return new Standing(next, ended ? endOf(lease, moment) : moment.instant());
	}

	private static ConnectSessionSnapshot.State of(SessionState state, Moment now) {
		if (state.hasUsableLease(now)) {
			return ConnectSessionSnapshot.State.VALID;
		}
		return (state.setback() != null) ? ConnectSessionSnapshot.State.FAILED : ConnectSessionSnapshot.State.NONE;
	}

	private static Instant endOf(@Nullable Lease lease, Moment now) {
		return (lease != null) ? now.instant().minusNanos(lease.age(now) - lease.usableNanos()) : now.instant();
	}

}
