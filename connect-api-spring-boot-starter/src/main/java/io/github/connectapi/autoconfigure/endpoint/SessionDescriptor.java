package io.github.connectapi.autoconfigure.endpoint;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.session.ConnectSessionSnapshot;

/**
 * What the endpoint tells of a session. Contains no secret. Moments are of the machine's
 * wall clock.
 *
 * @param state whether there is a session
 * @param since when that state began
 * @param generation how many sessions there were, renewed ones included
 * @param renewals how many of them came by RenewSession
 * @param acquiring whether an acquisition is running
 * @param accountId the account of the valid session; null if unknown
 * @param expiresAt when the valid session expires; null if there is none
 * @param renewalDueAt when its renewal is due; null if there is none
 * @param lastSuccessAt when a session was last acquired; null if never
 * @param lastFailure the failure since then; null if there was none
 * @param nextAttemptAt before when there is no further attempt; null if none is held back
 * @param invalidationsIgnoredUntil until when reports of rejected tokens are ignored;
 * null if the next one is accepted
 */
public record SessionDescriptor(ConnectSessionSnapshot.State state, Instant since, int generation, int renewals,
		boolean acquiring, @Nullable String accountId, @Nullable Instant expiresAt, @Nullable Instant renewalDueAt,
		@Nullable Instant lastSuccessAt, @Nullable FailureDescriptor lastFailure, @Nullable Instant nextAttemptAt,
		@Nullable Instant invalidationsIgnoredUntil) {

	static SessionDescriptor of(ConnectSessionSnapshot snapshot) {
		ConnectSessionSnapshot.LastFailure failure = snapshot.lastFailure();
		return new SessionDescriptor(snapshot.state(), snapshot.since(), snapshot.generation(), snapshot.renewals(),
				snapshot.acquiring(), snapshot.accountId(), snapshot.expiresAt(), snapshot.renewalDueAt(),
				snapshot.lastSuccessAt(), (failure != null) ? FailureDescriptor.of(failure) : null,
				snapshot.nextAttemptAt(), snapshot.invalidationsIgnoredUntil());
	}

	/**
	 * A failed acquisition.
	 *
	 * @param at when it failed
	 * @param message what happened
	 * @param operation the operation that failed; null if none was involved
	 * @param code the code of the server or its gateway; null if there was none
	 * @param coordinationId by which Getty Images can find the request; null if nothing
	 * was sent
	 * @param credentialsRejected whether the next attempt is held back because the
	 * credentials were rejected
	 * @param consecutiveFailures how many acquisitions failed since the last success
	 */
	public record FailureDescriptor(Instant at, String message, @Nullable String operation, @Nullable String code,
			@Nullable String coordinationId, boolean credentialsRejected, int consecutiveFailures) {

		static FailureDescriptor of(ConnectSessionSnapshot.LastFailure failure) {
			return new FailureDescriptor(failure.at(), failure.message(), failure.operation(), failure.code(),
					failure.coordinationId(), failure.credentialsRejected(), failure.consecutiveFailures());
		}

	}

}
