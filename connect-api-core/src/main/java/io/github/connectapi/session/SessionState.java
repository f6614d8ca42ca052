package io.github.connectapi.session;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.Secret;

/**
 * All that a manager knows at one moment. Immutable; the manager replaces it as a whole.
 *
 * @param lease the current session; null if there is none
 * @param setback the last failure; null if the last acquisition succeeded
 * @param flight the acquisition that is running; null if none is
 * @param invalidation the last accepted report of a rejected token
 * @param tally how many sessions there were
 * @param standing what this looks like from outside, and since when
 */
record SessionState(@Nullable Lease lease, @Nullable Setback setback, @Nullable Flight flight,
		@Nullable Invalidation invalidation, Tally tally, Standing standing) {

	static SessionState initial(Moment now) {
		return new SessionState(null, null, null, null, Tally.NONE,
				new Standing(ConnectSessionSnapshot.State.NONE, now.instant()));
	}

	boolean closed() {
		return this.standing.state() == ConnectSessionSnapshot.State.CLOSED;
	}

	int generation() {
		return this.tally.generation();
	}

	boolean hasUsableLease(Moment now) {
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
	SessionState agedTo(Moment now) {
		return (this.lease != null) ? with(this.lease.from(now), this.setback, this.flight).standing(now) : this;
	}

	SessionState departed(Flight flight) {
		return with(this.lease, this.setback, flight);
	}

	/** Other credentials end the hold, so that callers wait for this flight. */
	SessionState flying(Flight flight) {
		return (this.flight == flight && isAsking() && this.setback != null)
				? with(this.lease, this.setback.lifted(), this.flight) : this;
	}

	SessionState landed(Lease lease, boolean renewed, Moment now) {
		return new SessionState(lease, null, null, this.invalidation, this.tally.next(renewed, now), this.standing)
			.standing(now);
	}

	/** The flight is over and gone, or remains as a husk of itself. */
	SessionState failed(@Nullable Setback setback, @Nullable Flight remains, Moment now) {
		return with(this.lease, setback, remains).agedTo(now).standing(now);
	}

	/** Whether a flight, or its husk, keeps others from flying. */
	boolean isOccupiedBy(Flight flight) {
		return this.flight != null && (this.flight == flight || this.flight.isHuskOf(flight));
	}

	/** Without a flight that ended with no result, or that remained as a husk. */
	SessionState released(Flight ended, Moment now) {
		if (!isOccupiedBy(ended)) {
			return this;
		}
		Setback asked = (this.setback != null && ended.isAskOnly()) ? this.setback.asked(now) : this.setback;
		return with(this.lease, asked, null);
	}

	/** Whether a report about a token is about this session, and not too early. */
	boolean acceptsReport(Secret token, Moment now) {
		return this.lease != null && this.lease.session().token().equals(token)
				&& (this.invalidation == null || !this.invalidation.ignoresReportAt(now.nanos()));
	}

	/** Without the session, if the report is accepted. */
	SessionState invalidated(Secret token, Moment now) {
		if (!acceptsReport(token, now)) {
			return this;
		}
		Invalidation accepted = (this.invalidation != null) ? this.invalidation.next(token, now.nanos())
				: Invalidation.first(token, now.nanos());
		return new SessionState(null, this.setback, this.flight, accepted, this.tally, this.standing).standing(now);
	}

	SessionState reset(Moment now) {
		return new SessionState(this.lease, null, this.flight, null, this.tally, this.standing).standing(now);
	}

	SessionState ended(Moment now) {
		return new SessionState(null, this.setback, null, this.invalidation, this.tally,
				new Standing(ConnectSessionSnapshot.State.CLOSED, now.instant()));
	}

	/** With what this looks like now. */
	SessionState standing(Moment now) {
		Standing current = this.standing.next(this, now);
		return current.equals(this.standing) ? this
				: new SessionState(this.lease, this.setback, this.flight, this.invalidation, this.tally, current);
	}

	SessionState with(@Nullable Lease lease, @Nullable Setback setback, @Nullable Flight flight) {
		return new SessionState(lease, setback, flight, this.invalidation, this.tally, this.standing);
	}

}
