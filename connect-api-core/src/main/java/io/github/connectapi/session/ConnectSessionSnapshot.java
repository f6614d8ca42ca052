package io.github.connectapi.session;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectFailure;

/**
 * What a manager is doing at one moment, without a secret. Moments are of this machine's
 * wall clock. Later versions may add components.
 *
 * @param at the moment
 * @param state whether there is a session
 * @param since when that state began
 * @param generation how many sessions there were, renewed ones included
 * @param renewals how many of them came by RenewSession
 * @param acquiring whether an acquisition is running
 * @param accountId the account of the valid session; null if unknown
 * @param expiresAt when the valid session expires; null if there is none
 * @param renewalDueAt when its renewal is due; null if there is none
 * @param lastSuccessAt when a session was last acquired; null if never
 * @param invalidationsIgnoredUntil until when reports of rejected tokens are ignored,
 * because one was accepted; null if the next one is accepted
 * @param lastFailure the failure since the last success; null if there was none
 */
public record ConnectSessionSnapshot(Instant at, State state, Instant since, int generation, int renewals,
		boolean acquiring, @Nullable String accountId, @Nullable Instant expiresAt, @Nullable Instant renewalDueAt,
		@Nullable Instant lastSuccessAt, @Nullable Instant invalidationsIgnoredUntil,
		@Nullable LastFailure lastFailure) {

	static ConnectSessionSnapshot of(SessionState seen, ClockReading now) {
		SessionState state = seen.standing(now);
		CachedSession lease = state.hasUsableLease(now) ? state.lease() : null;
		BackoffState backoffState = state.backoffState();
		Invalidation invalidation = state.invalidation();
		long ignored = (invalidation != null) ? invalidation.remaining(now) : 0;
		return new ConnectSessionSnapshot(now.instant(), state.standing().state(), state.standing().since(),
				state.generation(), state.statistics().renewals(), state.flight() != null,
				(lease != null) ? lease.session().accountId().orElse(null) : null,
				(lease != null) ? at(now, lease.session().lifetime().toNanos() - lease.age(now)) : null,
				(lease != null) ? at(now, lease.dueNanos() - lease.age(now)) : null, state.statistics().lastSuccessAt(),
				(ignored > 0) ? at(now, ignored) : null,
				(backoffState != null) ? LastFailure.of(backoffState, now) : null);
	}

	private static Instant at(ClockReading now, long nanosAhead) {
		return now.instant().plusNanos(nanosAhead);
	}

	/**
	 * Whether there is a session.
	 */
	public enum State {

		/** None: never asked for, or gone and not asked for since. */
		NONE,

		/** A valid one, whatever its renewal is doing. */
		VALID,

		/** None, and the last acquisition failed. */
		FAILED,

		/** The manager was closed. */
		CLOSED

	}

	/**
	 * A failed acquisition.
	 *
	 * @param at when it failed
	 * @param message what happened
	 * @param details operation, code and coordination id
	 * @param credentialsRejected whether it is held back because the credentials were
	 * rejected
	 * @param consecutiveFailures how many acquisitions failed since the last success
	 * @param nextAttemptAt before when there is no further attempt
	 */
	public record LastFailure(Instant at, String message, ConnectFailure details, boolean credentialsRejected,
			int consecutiveFailures, Instant nextAttemptAt) {

		static LastFailure of(BackoffState backoffState, ClockReading now) {
			return new LastFailure(backoffState.at().instant(), String.valueOf(backoffState.failure().getMessage()),
					backoffState.failure().failure(), backoffState.isRejection(), backoffState.failures(),
					now.instant().plusNanos(backoffState.remaining(now)));
		}

	}

}
