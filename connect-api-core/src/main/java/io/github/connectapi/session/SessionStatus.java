package io.github.connectapi.session;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Status and statistics of a manager, as a snapshot shows them. Immutable.
 *
 * @param state whether there is a session
 * @param since the timestamp at which that state began
 * @param generation the number of sessions so far, including renewed ones
 * @param renewals the number of renewed sessions
 * @param lastSuccessAt the timestamp of the last successful acquisition; null if there
 * was none
 */
record SessionStatus(ConnectSessionSnapshot.State state, Instant since, int generation, int renewals,
		@Nullable Instant lastSuccessAt) {

	static SessionStatus initial(ClockReading now) {
		return new SessionStatus(ConnectSessionSnapshot.State.NONE, now.instant(), 0, 0, null);
	}

	SessionStatus acquired(boolean renewed, ClockReading now) {
		return new SessionStatus(this.state, this.since, this.generation + 1, this.renewals + (renewed ? 1 : 0),
				now.instant());
	}

	SessionStatus closed(ClockReading now) {
		return withState(ConnectSessionSnapshot.State.CLOSED, now.instant());
	}

	// A session may have ended earlier, between two reads of the clock.
	SessionStatus next(SessionState current, ClockReading now) {
		ConnectSessionSnapshot.State next = (this.state == ConnectSessionSnapshot.State.CLOSED) ? this.state
				: of(current, now);
		if (next == this.state) {
			return this;
		}
		CachedSession session = current.session();
		boolean ended = this.state == ConnectSessionSnapshot.State.VALID && session != null;
		return withState(next, (ended && session != null) ? endOf(session, now) : now.instant());
	}

	private static ConnectSessionSnapshot.State of(SessionState state, ClockReading now) {
		if (state.hasUsableSession(now)) {
			return ConnectSessionSnapshot.State.VALID;
		}
		return (state.backoff() != null) ? ConnectSessionSnapshot.State.FAILED : ConnectSessionSnapshot.State.NONE;
	}

	private static Instant endOf(CachedSession session, ClockReading now) {
		return now.instant().minusNanos(session.age(now) - session.maxAgeNanos());
	}

	private SessionStatus withState(ConnectSessionSnapshot.State state, Instant since) {
		return new SessionStatus(state, since, this.generation, this.renewals, this.lastSuccessAt);
	}

}
