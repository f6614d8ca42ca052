package io.github.connectapi.session;

import java.time.Instant;
import java.util.function.Consumer;

import io.github.connectapi.ConnectApiException;

/**
 * Makes events of what changed from one state to the next.
 */
final class SessionEvents {

	private final Consumer<ConnectSessionEvent> out;

	SessionEvents(Consumer<ConnectSessionEvent> out) {
		this.out = out;
	}

	void landed(SessionState before, CachedSession lease, boolean renewed, ClockReading now) {
		expired(before, now);
		Instant at = now.instant();
		Instant expiresAt = at.plusNanos(lease.session().lifetime().toNanos() - lease.age(now));
		int generation = lease.generation();
		this.out.accept(renewed ? new ConnectSessionEvent.Renewed(at, generation, expiresAt)
				: new ConnectSessionEvent.Created(at, generation, expiresAt));
		BackoffState backoffState = before.backoffState();
		if (backoffState != null) {
			this.out.accept(new ConnectSessionEvent.Recovered(at, generation, expiresAt, backoffState.failures()));
		}
	}

	/** Asking the provider in vain while credentials are held is not another failure. */
	void failed(SessionState before, BackoffState backoffState, ClockReading now) {
		expired(before, now);
		if (before.backoffState() == null || before.backoffState().failures() != backoffState.failures()) {
			this.out.accept(failure(before, backoffState, now));
		}
	}

	private static ConnectSessionEvent failure(SessionState state, BackoffState backoffState, ClockReading now) {
		Instant at = now.instant();
		Instant nextAttemptAt = at.plusNanos(backoffState.remaining(now));
		ConnectApiException failure = backoffState.failure();
		boolean valid = state.hasUsableLease(now);
		if (backoffState.isRejection()) {
			return new ConnectSessionEvent.Rejected(at, state.generation(), failure, backoffState.failures(),
					nextAttemptAt, valid);
		}
		return valid
				? new ConnectSessionEvent.RenewalFailed(at, state.generation(), failure, backoffState.failures(),
						nextAttemptAt)
				: new ConnectSessionEvent.Unavailable(at, state.generation(), failure, backoffState.failures(),
						nextAttemptAt);
	}

	/** The session may end while no attempt is made: because of a hold, or of sleep. */
	void expired(SessionState before, ClockReading now) {
		if (before.lease() != null && !before.hasEndedLease() && !before.hasUsableLease(now)) {
			this.out.accept(new ConnectSessionEvent.Expired(now.instant(), before.generation()));
		}
	}

	void invalidated(int generation, ClockReading now) {
		this.out.accept(new ConnectSessionEvent.Invalidated(now.instant(), generation));
	}

	void reset(int generation, ClockReading now) {
		this.out.accept(new ConnectSessionEvent.Reset(now.instant(), generation));
	}

	void closed(int generation, ClockReading now) {
		this.out.accept(new ConnectSessionEvent.Closed(now.instant(), generation));
	}

}
