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

	void landed(SessionState before, Lease lease, boolean renewed, Moment now) {
		expired(before, now);
		Instant at = now.instant();
		Instant expiresAt = at.plusNanos(lease.session().lifetime().toNanos() - lease.age(now));
		int generation = lease.generation();
		this.out.accept(renewed ? new ConnectSessionEvent.Renewed(at, generation, expiresAt)
				: new ConnectSessionEvent.Created(at, generation, expiresAt));
		Setback setback = before.setback();
		if (setback != null) {
			this.out.accept(new ConnectSessionEvent.Recovered(at, generation, expiresAt, setback.failures()));
		}
	}

	/** Asking the provider in vain while credentials are held is not another failure. */
	void failed(SessionState before, Setback setback, Moment now) {
		expired(before, now);
		if (before.setback() == null || before.setback().failures() != setback.failures()) {
			this.out.accept(failure(before, setback, now));
		}
	}

	private static ConnectSessionEvent failure(SessionState state, Setback setback, Moment now) {
		Instant at = now.instant();
		Instant nextAttemptAt = at.plusNanos(setback.remaining(now));
		ConnectApiException failure = setback.failure();
		boolean valid = state.hasUsableLease(now);
		if (setback.isRejection()) {
			return new ConnectSessionEvent.Rejected(at, state.generation(), failure, setback.failures(), nextAttemptAt,
					valid);
		}
		return valid
				? new ConnectSessionEvent.RenewalFailed(at, state.generation(), failure, setback.failures(),
						nextAttemptAt)
				: new ConnectSessionEvent.Unavailable(at, state.generation(), failure, setback.failures(),
						nextAttemptAt);
	}

	/** The session may end while no attempt is made: because of a hold, or of sleep. */
	void expired(SessionState before, Moment now) {
		if (before.lease() != null && !before.hasEndedLease() && !before.hasUsableLease(now)) {
			this.out.accept(new ConnectSessionEvent.Expired(now.instant(), before.generation()));
		}
	}

	void invalidated(int generation, Moment now) {
		this.out.accept(new ConnectSessionEvent.Invalidated(now.instant(), generation));
	}

	void reset(int generation, Moment now) {
		this.out.accept(new ConnectSessionEvent.Reset(now.instant(), generation));
	}

	void closed(int generation, Moment now) {
		this.out.accept(new ConnectSessionEvent.Closed(now.instant(), generation));
	}

}
