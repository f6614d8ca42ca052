package io.github.connectapi.session;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectFailure;

/**
 * What a manager is doing at one moment, without a secret. Moments are of this machine's
 * wall clock.
 *
 * @param state whether there is a session
 * @param generation how many sessions there were, renewed ones included
 * @param acquiring whether an acquisition is running
 * @param accountId the account of the valid session; null if unknown
 * @param expiresAt when the valid session expires; null if there is none
 * @param renewalDueAt when its renewal is due; null if there is none
 * @param lastSuccessAt when a session was last acquired; null if never
 * @param lastFailure the failure since then; null if there was none
 */
public record ConnectSessionSnapshot(State state, int generation, boolean acquiring, @Nullable String accountId,
		@Nullable Instant expiresAt, @Nullable Instant renewalDueAt, @Nullable Instant lastSuccessAt,
		@Nullable LastFailure lastFailure) {

	static ConnectSessionSnapshot of(SessionState state, Moment now) {
		Lease lease = state.hasUsableLease(now) ? state.lease() : null;
		Setback setback = state.setback();
		return new ConnectSessionSnapshot(state(state, now), state.generation(), state.flight() != null,
				(lease != null) ? lease.session().accountId().orElse(null) : null,
				(lease != null) ? at(now, lease.session().lifetime().toNanos() - lease.age(now)) : null,
				(lease != null) ? at(now, lease.dueNanos() - lease.age(now)) : null, state.lastSuccess(),
				(setback != null) ? LastFailure.of(setback, now) : null);
	}

	private static State state(SessionState state, Moment now) {
		if (state.closed()) {
			return State.CLOSED;
		}
		if (state.hasUsableLease(now)) {
			return State.VALID;
		}
		return (state.setback() != null) ? State.FAILED : State.NONE;
	}

	private static Instant at(Moment now, long nanosAhead) {
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
	 * @param facts operation, code and coordination id
	 * @param credentialsRejected whether it is held back because the credentials were
	 * rejected
	 * @param failuresInARow how many acquisitions failed since the last success
	 * @param nextAttemptAt before when there is no further attempt
	 */
	public record LastFailure(Instant at, String message, ConnectFailure facts, boolean credentialsRejected,
			int failuresInARow, Instant nextAttemptAt) {

		static LastFailure of(Setback setback, Moment now) {
			return new LastFailure(setback.at().instant(), String.valueOf(setback.failure().getMessage()),
					setback.failure().failure(), setback.isRejection(), setback.failures(),
					now.instant().plusNanos(setback.remaining(now)));
		}

	}

}
