package io.github.connectapi.session;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.Secret;
import io.github.connectapi.session.SessionOwner.CredentialsIdentity;

/**
 * Complete state of a manager. Immutable; the state machine replaces it as a whole.
 *
 * @param session the current session; null if there is none
 * @param backoff the back-off after the last failure; null if the last acquisition
 * succeeded
 * @param acquisition the current acquisition; null if there is none
 * @param abandoned the acquisitions that failed at their deadline and still run
 * @param invalidation the last accepted report of a rejected token; null if there was
 * none
 * @param status the status that a snapshot shows
 */
record SessionState(@Nullable CachedSession session, @Nullable BackoffState backoff,
		@Nullable ActiveAcquisition acquisition, List<ActiveAcquisition> abandoned, @Nullable Invalidation invalidation,
		SessionStatus status) {

	/** The last state of a session that is not used any more; another one follows. */
	static final SessionState ENDED = new SessionState(null, null, null, List.of(), null,
			new SessionStatus(ConnectSessionSnapshot.State.CLOSED, Instant.EPOCH, 0, 0, null));

	static SessionState initial(ClockReading now) {
		return new SessionState(null, null, null, List.of(), null, SessionStatus.initial(now));
	}

	boolean isClosed() {
		return this.status.state() == ConnectSessionSnapshot.State.CLOSED;
	}

	// Copies of the last state, without the acquisitions that return later, have ended.
	boolean isEnded() {
		return this.status.equals(ENDED.status);
	}

	/** Return a copy with what was remembered of an earlier state. */
	SessionState restored(@Nullable BackoffState backoff, @Nullable Invalidation invalidation, ClockReading now) {
		return new SessionState(this.session, backoff, this.acquisition, this.abandoned, invalidation, this.status)
			.withStatus(now);
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
		return this.acquisition != null && this.acquisition.pending() == pending;
	}

	boolean isIn(Phase phase) {
		return this.acquisition != null && this.acquisition.phase() == phase;
	}

	/** Return the current acquisition and those that were abandoned. */
	Stream<ActiveAcquisition> acquisitions() {
		return Stream.concat(Stream.ofNullable(this.acquisition), this.abandoned.stream());
	}

	// The age is stored, because the computed age must never decrease.
	SessionState withAge(ClockReading now) {
		return (this.session != null) ? with(this.session.withAge(now), this.backoff, this.acquisition).withStatus(now)
				: this;
	}

	SessionState started(PendingAcquisition pending, Phase phase) {
		return with(this.session, this.backoff, new ActiveAcquisition(pending, phase));
	}

	// If a probe found other credentials, the back-off ends and callers wait.
	SessionState exchanging(PendingAcquisition pending) {
		if (!isActive(pending)) {
			return this;
		}
		BackoffState before = this.backoff;
		return with(this.session, (before != null && isIn(Phase.PROBING)) ? before.withoutDelay() : before,
				new ActiveAcquisition(pending, Phase.EXCHANGING));
	}

	// A report that led to no login does not make further reports too early.
	SessionState acquired(CachedSession session, SessionAcquirer.Result acquired, ClockReading now) {
		return new SessionState(session, null, null, this.abandoned, acquired.adopted() ? null : this.invalidation,
				this.status.acquired(acquired.renewed(), now))
			.withStatus(now);
	}

	/** Use a session of another instance, without affecting an acquisition. */
	SessionState adopted(CachedSession session, SessionAcquirer.Result acquired, ClockReading now) {
		SessionState next = acquired(session, acquired, now);
		return next.with(next.session, null, this.acquisition);
	}

	SessionState failed(BackoffState backoff, ClockReading now) {
		return with(this.session, backoff, null).withAge(now).withStatus(now);
	}

	// The acquisition failed, but its thread has not returned yet.
	SessionState abandoned(BackoffState backoff, ClockReading now) {
		return failed(backoff, now).withAbandoned(acquisitions().toList());
	}

	// The thread of the acquisition has returned.
	SessionState released(PendingAcquisition pending, ClockReading now) {
		if (isActive(pending)) {
			BackoffState before = this.backoff;
			return with(this.session, (before != null && isIn(Phase.PROBING)) ? before.probed(now) : before, null);
		}
		return withAbandoned(this.abandoned.stream().filter((each) -> each.pending() != pending).toList());
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
		return new SessionState(null, this.backoff, this.acquisition, this.abandoned, accepted, this.status)
			.withStatus(now);
	}

	SessionState reset(ClockReading now) {
		return isClosed() ? this
				: new SessionState(this.session, null, this.acquisition, this.abandoned, null, this.status)
					.withStatus(now);
	}

	// Neither a token nor rejected credentials are kept.
	SessionState closed(ClockReading now) {
		return new SessionState(null, null, null, this.abandoned, null, this.status.closed(now));
	}

	SessionState withStatus(ClockReading now) {
		SessionStatus current = this.status.next(this, now);
		return current.equals(this.status) ? this : new SessionState(this.session, this.backoff, this.acquisition,
				this.abandoned, this.invalidation, current);
	}

	SessionState with(@Nullable CachedSession session, @Nullable BackoffState backoff,
			@Nullable ActiveAcquisition acquisition) {
		return new SessionState(session, backoff, acquisition, this.abandoned, this.invalidation, this.status);
	}

	private SessionState withAbandoned(List<ActiveAcquisition> abandoned) {
		return new SessionState(this.session, this.backoff, this.acquisition, abandoned, this.invalidation,
				this.status);
	}

	/**
	 * An acquisition and its phase.
	 *
	 * @param pending the acquisition
	 * @param phase its phase
	 */
	record ActiveAcquisition(PendingAcquisition pending, Phase phase) {
	}

	/** Phase of an acquisition. */
	enum Phase {

		/** It requests the credentials. */
		REQUESTING,

		/**
		 * It requests credentials other than the rejected ones, and acquires a session
		 * only if there are any.
		 */
		PROBING,

		/** It has the credentials and acquires a session. */
		EXCHANGING

	}

	/**
	 * The last accepted report of a rejected token, and how long further reports are
	 * ignored. Immutable.
	 *
	 * @param acceptedNanos the time on the monotonic clock at which it was accepted
	 * @param windowNanos how long further reports are ignored from then on
	 */
	record Invalidation(long acceptedNanos, long windowNanos) {

		private static final long MIN_WINDOW = Duration.ofMinutes(1).toNanos();

		private static final long MAX_WINDOW = Duration.ofHours(1).toNanos();

		static Invalidation first(long nanos) {
			return new Invalidation(nanos, MIN_WINDOW);
		}

		boolean ignoresReportAt(long nanos) {
			return nanos - this.acceptedNanos < this.windowNanos;
		}

		long remaining(ClockReading now) {
			return Math.max(0, this.windowNanos - (now.nanos() - this.acceptedNanos));
		}

		/** Double the window if the next report follows soon after its end. */
		Invalidation next(long nanos) {
			boolean soon = nanos - this.acceptedNanos < 2 * this.windowNanos;
			return soon ? new Invalidation(nanos, Math.min(MAX_WINDOW, 2 * this.windowNanos)) : first(nanos);
		}

	}

	/**
	 * Status and statistics of a manager, as a snapshot shows them. Immutable.
	 *
	 * @param state whether there is a session
	 * @param since the timestamp at which that state began
	 * @param generation the number of sessions so far, including renewed ones
	 * @param renewals the number of renewed sessions
	 * @param lastSuccessAt the timestamp of the last successful acquisition; null if
	 * there was none
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

	/**
	 * State of the back-off after a failed acquisition. Immutable.
	 *
	 * @param failure the last failure
	 * @param failedAt the time of the last failure
	 * @param delayNanos the time after the last failure without another acquisition
	 * @param failures the number of consecutive failures
	 * @param rejections the number of those in which the credentials were rejected
	 * @param rejectedCredentials the credentials that were rejected last; null if none
	 * were
	 * @param credentialChanges the number of consecutive times that changed credentials
	 * were rejected as well
	 * @param probedNanos the time on the monotonic clock at which the provider was last
	 * probed for other credentials
	 */
	record BackoffState(ConnectApiException failure, ClockReading failedAt, long delayNanos, int failures,
			int rejections, @Nullable CredentialsIdentity rejectedCredentials, int credentialChanges,
			long probedNanos) {

		private static final int MAX_CREDENTIAL_CHANGES = 3;

		// Uses the monotonic clock, so that a wall clock step does not end the back-off.
		long remaining(ClockReading now) {
			return Math.max(0, this.delayNanos - (now.nanos() - this.failedAt.nanos()));
		}

		boolean isBackingOff(ClockReading now) {
			return remaining(now) > 0;
		}

		// Computed from the time of the failure, so that it is the same wherever it is
		// shown.
		Instant nextAttemptAt() {
			return this.failedAt.instant().plusNanos(this.delayNanos).truncatedTo(ChronoUnit.MILLIS);
		}

		boolean isRejection() {
			return this.failure instanceof ConnectCredentialsRejectedException;
		}

		boolean isRejected(ConnectCredentials credentials) {
			return this.rejectedCredentials != null && this.rejectedCredentials.isOf(credentials);
		}

		// Changed credentials end the back-off, unless several of them were rejected too.
		boolean mayProbe() {
			return isRejection() && this.failure.retryAfter().isEmpty()
					&& this.credentialChanges < MAX_CREDENTIAL_CHANGES;
		}

		BackoffState probed(ClockReading now) {
			return new BackoffState(this.failure, this.failedAt, this.delayNanos, this.failures, this.rejections,
					this.rejectedCredentials, this.credentialChanges, now.nanos());
		}

		BackoffState withoutDelay() {
			return new BackoffState(this.failure, this.failedAt, 0, this.failures, this.rejections,
					this.rejectedCredentials, this.credentialChanges, this.probedNanos);
		}

	}

}
