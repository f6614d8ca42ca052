package io.github.connectapi.session;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.Secret;

/**
 * All that a manager knows at one moment. Immutable; the manager replaces it as a whole.
 *
 * @param lease the current session; null if there is none
 * @param backoffState the last failure; null if the last acquisition succeeded
 * @param flight the acquisition that is running; null if none is
 * @param invalidation the last accepted report of a rejected token
 * @param statistics how many sessions there were
 * @param standing what this looks like from outside, and since when
 */
record SessionState(@Nullable CachedSession lease, @Nullable BackoffState backoffState,
		@Nullable PendingAcquisition flight, @Nullable Invalidation invalidation, SessionStatistics statistics,
		SessionStatus standing) {

	static SessionState initial(ClockReading now) {
		return new SessionState(null, null, null, null, SessionStatistics.NONE,
				new SessionStatus(ConnectSessionSnapshot.State.NONE, now.instant()));
	}

	boolean closed() {
		return this.standing.state() == ConnectSessionSnapshot.State.CLOSED;
	}

	int generation() {
		return this.statistics.generation();
	}

	boolean hasUsableLease(ClockReading now) {
		return this.lease != null && this.lease.isUsable(now);
	}

	/** Whether there is a session that is known to be no longer handed out. */
	boolean hasEndedLease() {
		return this.lease != null && this.lease.hasEnded();
	}

	boolean isAsking() {
		return this.flight != null && this.flight.isAskOnly();
	}

	/** With what the clocks say now, lest a later reading makes the session younger. */
	SessionState agedTo(ClockReading now) {
		return (this.lease != null) ? with(this.lease.from(now), this.backoffState, this.flight).standing(now) : this;
	}

	SessionState departed(PendingAcquisition flight) {
		return with(this.lease, this.backoffState, flight);
	}

	/** Other credentials end the hold, so that callers wait for this flight. */
	SessionState flying(PendingAcquisition flight) {
		return (this.flight == flight && isAsking() && this.backoffState != null)
				? with(this.lease, this.backoffState.lifted(), this.flight) : this;
	}

	SessionState landed(CachedSession lease, boolean renewed, ClockReading now) {
		return new SessionState(lease, null, null, this.invalidation, this.statistics.next(renewed, now), this.standing)
			.standing(now);
	}

	/** The flight is over and gone, or remains as a husk of itself. */
	SessionState failed(@Nullable BackoffState backoffState, @Nullable PendingAcquisition remains, ClockReading now) {
		return with(this.lease, backoffState, remains).agedTo(now).standing(now);
	}

	/** Whether a flight, or its husk, keeps others from flying. */
	boolean isOccupiedBy(PendingAcquisition flight) {
		return this.flight != null && (this.flight == flight || this.flight.isHuskOf(flight));
	}

	/** Without a flight that ended with no result, or that remained as a husk. */
	SessionState released(PendingAcquisition ended, ClockReading now) {
		if (!isOccupiedBy(ended)) {
			return this;
		}
		BackoffState asked = (this.backoffState != null && ended.isAskOnly()) ? this.backoffState.asked(now)
				: this.backoffState;
		return with(this.lease, asked, null);
	}

	/** Whether a report about a token is about this session, and not too early. */
	boolean acceptsReport(Secret token, ClockReading now) {
		return this.lease != null && this.lease.session().token().equals(token)
				&& (this.invalidation == null || !this.invalidation.ignoresReportAt(now.nanos()));
	}

	/** Without the session, if the report is accepted. */
	SessionState invalidated(Secret token, ClockReading now) {
		if (!acceptsReport(token, now)) {
			return this;
		}
		Invalidation accepted = (this.invalidation != null) ? this.invalidation.next(token, now.nanos())
				: Invalidation.first(token, now.nanos());
		return new SessionState(null, this.backoffState, this.flight, accepted, this.statistics, this.standing)
			.standing(now);
	}

	SessionState reset(ClockReading now) {
		return new SessionState(this.lease, null, this.flight, null, this.statistics, this.standing).standing(now);
	}

	SessionState ended(ClockReading now) {
		return new SessionState(null, this.backoffState, null, this.invalidation, this.statistics,
				new SessionStatus(ConnectSessionSnapshot.State.CLOSED, now.instant()));
	}

	/** With what this looks like now. */
	SessionState standing(ClockReading now) {
		SessionStatus current = this.standing.next(this, now);
		return current.equals(this.standing) ? this : new SessionState(this.lease, this.backoffState, this.flight,
				this.invalidation, this.statistics, current);
	}

	SessionState with(@Nullable CachedSession lease, @Nullable BackoffState backoffState,
			@Nullable PendingAcquisition flight) {
		return new SessionState(lease, backoffState, flight, this.invalidation, this.statistics, this.standing);
	}

}
