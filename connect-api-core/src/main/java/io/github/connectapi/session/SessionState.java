package io.github.connectapi.session;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.Secret;

/**
 * All that a manager knows at one moment. Immutable; the manager replaces it as a whole.
 *
 * @param lease the current session; null if there is none
 * @param setback the last failure; null if the last acquisition succeeded
 * @param flight the acquisition that is running; null if none is
 * @param invalidation the last accepted report of a rejected token
 * @param generation how many sessions there were
 * @param lastSuccess when the last session was acquired, by the wall clock
 * @param closed whether the manager was closed
 */
record SessionState(@Nullable Lease lease, @Nullable Setback setback, @Nullable Flight flight,
		@Nullable Invalidation invalidation, int generation, @Nullable Instant lastSuccess, boolean closed) {

	static final SessionState INITIAL = new SessionState(null, null, null, null, 0, null, false);

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
		return (this.lease != null) ? withLease(this.lease.from(now)) : this;
	}

	SessionState withLease(Lease lease) {
		return new SessionState(lease, this.setback, this.flight, this.invalidation, this.generation, this.lastSuccess,
				this.closed);
	}

	SessionState departed(Flight flight) {
		return new SessionState(this.lease, this.setback, flight, this.invalidation, this.generation, this.lastSuccess,
				this.closed);
	}

	/** Other credentials end the hold, so that callers wait for this flight. */
	SessionState flying(Flight flight) {
		return (this.flight == flight && isAsking() && this.setback != null) ? withSetback(this.setback.lifted())
				: this;
	}

	SessionState landed(Lease lease, Moment now) {
		return new SessionState(lease, null, null, this.invalidation, lease.generation(), now.instant(), this.closed);
	}

	/** The flight is over and gone, or remains as a husk of itself. */
	SessionState failed(@Nullable Setback setback, @Nullable Flight remains) {
		return new SessionState(this.lease, setback, remains, this.invalidation, this.generation, this.lastSuccess,
				this.closed);
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
		return failed(asked, null);
	}

	/** Whether a report about a token is about this session, and not too early. */
	boolean acceptsReport(Secret token, long nanos) {
		return this.lease != null && this.lease.session().token().equals(token)
				&& (this.invalidation == null || !this.invalidation.ignoresReportAt(nanos));
	}

	/** Without the session, if the report is accepted. */
	SessionState invalidated(Secret token, long nanos) {
		if (!acceptsReport(token, nanos)) {
			return this;
		}
		Invalidation accepted = (this.invalidation != null) ? this.invalidation.next(token, nanos)
				: Invalidation.first(token, nanos);
		return new SessionState(null, this.setback, this.flight, accepted, this.generation, this.lastSuccess,
				this.closed);
	}

	SessionState reset() {
		return new SessionState(this.lease, null, this.flight, null, this.generation, this.lastSuccess, this.closed);
	}

	SessionState withSetback(@Nullable Setback setback) {
		return new SessionState(this.lease, setback, this.flight, this.invalidation, this.generation, this.lastSuccess,
				this.closed);
	}

	SessionState ended() {
		return new SessionState(null, this.setback, null, this.invalidation, this.generation, this.lastSuccess, true);
	}

}
