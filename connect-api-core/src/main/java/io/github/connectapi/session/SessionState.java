package io.github.connectapi.session;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.Secret;

/**
 * Complete state of a manager. Immutable; the state machine replaces it as a whole.
 *
 * @param session the current session; null if there is none
 * @param backoff the back-off after the last failure; null if the last acquisition
 * succeeded
 * @param acquisition the current acquisition; null if there is none
 * @param invalidation the last accepted report of a rejected token; null if there was
 * none
 * @param status the status that a snapshot shows
 */
record SessionState(@Nullable CachedSession session, @Nullable BackoffState backoff,
		@Nullable ActiveAcquisition acquisition, @Nullable Invalidation invalidation, SessionStatus status) {

	static SessionState initial(ClockReading now) {
		return new SessionState(null, null, null, null, SessionStatus.initial(now));
	}

	boolean isClosed() {
		return this.status.state() == ConnectSessionSnapshot.State.CLOSED;
	}

	int generation() {
		return this.status.generation();
	}

	boolean hasUsableSession(ClockReading now) {
		return this.session != null && this.session.isUsable(now);
	}

	boolean isBackingOff(ClockReading now) {
		return this.backoff != null && this.backoff.isBackingOff(now);
	}

	/** Return whether the result of this acquisition is still needed. */
	boolean isActive(PendingAcquisition pending) {
		return isCurrent(pending) && !isIn(Phase.ABANDONED);
	}

	/** Return whether this acquisition, abandoned or not, prevents another one. */
	boolean isCurrent(PendingAcquisition pending) {
		return this.acquisition != null && this.acquisition.pending() == pending;
	}

	boolean isIn(Phase phase) {
		return this.acquisition != null && this.acquisition.phase() == phase;
	}

	// The age is stored, because the computed age must never decrease.
	SessionState withAge(ClockReading now) {
		return (this.session != null) ? with(this.session.withAge(now), this.backoff, this.acquisition).withStatus(now)
				: this;
	}

	SessionState started(PendingAcquisition pending, Phase phase) {
		return with(this.session, this.backoff, new ActiveAcquisition(pending, phase));
	}

	// The probe found other credentials: the back-off ends and callers wait.
	SessionState running(PendingAcquisition pending) {
		if (!isActive(pending) || !isIn(Phase.PROBING)) {
			return this;
		}
		return with(this.session, (this.backoff != null) ? this.backoff.withoutDelay() : null,
				new ActiveAcquisition(pending, Phase.RUNNING));
	}

	SessionState acquired(CachedSession session, boolean renewed, ClockReading now) {
		return new SessionState(session, null, null, this.invalidation, this.status.acquired(renewed, now))
			.withStatus(now);
	}

	SessionState failed(BackoffState backoff, ClockReading now) {
		return failed(backoff, (ActiveAcquisition) null, now);
	}

	// The acquisition failed, but its thread has not returned yet.
	SessionState abandoned(BackoffState backoff, PendingAcquisition pending, ClockReading now) {
		return failed(backoff, new ActiveAcquisition(pending, Phase.ABANDONED), now);
	}

	private SessionState failed(BackoffState backoff, @Nullable ActiveAcquisition remaining, ClockReading now) {
		return with(this.session, backoff, remaining).withAge(now).withStatus(now);
	}

	// The thread of the acquisition has returned.
	SessionState released(PendingAcquisition pending, ClockReading now) {
		if (!isCurrent(pending)) {
			return this;
		}
		BackoffState probed = (this.backoff != null && !isIn(Phase.RUNNING)) ? this.backoff.probed(now) : this.backoff;
		return with(this.session, probed, null);
	}

	/** Return whether a report is about the current session, and not too early. */
	boolean acceptsReport(Secret token, ClockReading now) {
		return this.session != null && this.session.session().token().equals(token)
				&& (this.invalidation == null || !this.invalidation.ignoresReportAt(now.nanos()));
	}

	SessionState invalidated(Secret token, ClockReading now) {
		if (!acceptsReport(token, now)) {
			return this;
		}
		Invalidation accepted = (this.invalidation != null) ? this.invalidation.next(now.nanos())
				: Invalidation.first(now.nanos());
		return new SessionState(null, this.backoff, this.acquisition, accepted, this.status).withStatus(now);
	}

	SessionState reset(ClockReading now) {
		return new SessionState(this.session, null, this.acquisition, null, this.status).withStatus(now);
	}

	SessionState closed(ClockReading now) {
		return new SessionState(null, this.backoff, null, this.invalidation, this.status.closed(now));
	}

	SessionState withStatus(ClockReading now) {
		SessionStatus current = this.status.next(this, now);
		return current.equals(this.status) ? this
				: new SessionState(this.session, this.backoff, this.acquisition, this.invalidation, current);
	}

	SessionState with(@Nullable CachedSession session, @Nullable BackoffState backoff,
			@Nullable ActiveAcquisition acquisition) {
		return new SessionState(session, backoff, acquisition, this.invalidation, this.status);
	}

	/**
	 * The current acquisition and its phase.
	 *
	 * @param pending the acquisition
	 * @param phase its phase
	 */
	record ActiveAcquisition(PendingAcquisition pending, Phase phase) {
	}

	/** Phase of an acquisition. */
	enum Phase {

		/** It acquires a session. */
		RUNNING,

		/**
		 * It requests credentials other than the rejected ones, and acquires a session
		 * only if there are any.
		 */
		PROBING,

		/** It failed at its deadline, but its thread has not returned yet. */
		ABANDONED

	}

}
