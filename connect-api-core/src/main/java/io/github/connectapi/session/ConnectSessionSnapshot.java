package io.github.connectapi.session;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;

import io.github.connectapi.session.SessionState.SessionStatus;

import io.github.connectapi.session.SessionState.BackoffState;

/**
 * State of a manager at a point in time. Contains no secret. All timestamps are those of
 * this machine's wall clock. Only the library creates instances; components may be added.
 *
 * @param at the timestamp of this snapshot
 * @param state whether there is a session
 * @param since the timestamp at which that state began
 * @param generation the number of sessions so far, including renewed ones
 * @param renewals the number of those that were acquired by RenewSession
 * @param acquiring whether an acquisition is running
 * @param abandonedAcquisitions the number of acquisitions that still run after their
 * deadline; with two, no other is started
 * @param accountId the account of the valid session; null if unknown
 * @param expiresAt the timestamp at which the valid session expires; null if there is
 * none
 * @param renewalDueAt the timestamp at which its renewal is due; null if there is none
 * @param lastSuccessAt the timestamp of the last successful acquisition; null if there
 * was none
 * @param lastFailure the last failure since then; null if there was none
 * @param nextAttemptAt the timestamp before which there is no further acquisition,
 * computed once at the last failure; null if the manager is not backing off
 * @param invalidationsIgnoredUntil the timestamp until which reports of rejected tokens
 * are ignored because one was accepted; null if the next one is accepted
 * @param sharing how the session is shared with other instances; null if it is not shared
 */
public record ConnectSessionSnapshot(Instant at, State state, Instant since, int generation, int renewals,
		boolean acquiring, int abandonedAcquisitions, @Nullable String accountId, @Nullable Instant expiresAt,
		@Nullable Instant renewalDueAt, @Nullable Instant lastSuccessAt, @Nullable LastFailure lastFailure,
		@Nullable Instant nextAttemptAt, @Nullable Instant invalidationsIgnoredUntil, @Nullable Sharing sharing) {

	static ConnectSessionSnapshot of(SessionState seen, ClockReading now, @Nullable Sharing sharing) {
		SessionState state = seen.withStatus(now);
		SessionStatus status = state.status();
		CachedSession session = state.hasUsableSession(now) ? state.session() : null;
		BackoffState backoff = state.backoff();
		SessionState.Invalidation invalidation = state.invalidation();
		return new ConnectSessionSnapshot(now.instant(), status.state(), status.since(), status.generation(),
				status.renewals(), state.acquisition() != null, state.abandoned().size(),
				(session != null) ? session.session().accountId().orElse(null) : null,
				(session != null) ? at(now, session.remaining(now)) : null,
				(session != null) ? at(now, session.renewalAgeNanos() - session.age(now)) : null,
				status.lastSuccessAt(), (backoff != null) ? LastFailure.of(backoff) : null,
				state.isBackingOff(now) ? Objects.requireNonNull(backoff).nextAttemptAt() : null,
				(invalidation != null) ? future(now, invalidation.remaining(now)) : null, sharing);
	}

	private static @Nullable Instant future(ClockReading now, long nanosAhead) {
		return (nanosAhead > 0) ? at(now, nanosAhead) : null;
	}

	private static Instant at(ClockReading now, long nanosAhead) {
		return now.instant().plusNanos(nanosAhead);
	}

	/**
	 * Whether there is a session.
	 */
	public enum State {

		/**
		 * There is no session, and no acquisition has failed since the last success: it
		 * was not requested yet, expired, or was invalidated.
		 */
		NONE,

		/** There is a valid session, even if its renewal fails. */
		VALID,

		/** There is no session, and the last acquisition failed. */
		FAILED,

		/** The manager is closed. */
		CLOSED

	}

	/**
	 * How a session is shared with other instances. Only the library creates instances;
	 * components may be added.
	 *
	 * @param ownSession whether this instance uses a session of its own instead of the
	 * shared one
	 * @param storeAvailable whether the last operation of the store succeeded; true
	 * before the first one
	 */
	public record Sharing(boolean ownSession, boolean storeAvailable) {
	}

	/**
	 * A failed acquisition. Only the library creates instances; components may be added.
	 *
	 * @param at the timestamp of the failure
	 * @param message the message of the failure
	 * @param operation the operation that failed; null if none was involved
	 * @param code the code of the server or its gateway; null if there was none
	 * @param coordinationId the id by which Getty Images can find the request; null if
	 * nothing was sent
	 * @param credentialsRejected whether the credentials were rejected
	 * @param consecutiveFailures the number of failed acquisitions since the last success
	 */
	public record LastFailure(Instant at, String message, @Nullable String operation, @Nullable String code,
			@Nullable String coordinationId, boolean credentialsRejected, int consecutiveFailures) {

		static LastFailure of(BackoffState backoff) {
			ConnectApiException failure = backoff.failure();
			return new LastFailure(backoff.failedAt().instant(), String.valueOf(failure.getMessage()),
					failure.operation().orElse(null), failure.code().orElse(null),
					failure.coordinationId().orElse(null), backoff.isRejection(), backoff.failures());
		}

	}

}
