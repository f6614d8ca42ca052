package io.github.connectapi.session;

import java.time.Instant;
import java.util.function.Consumer;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.session.SessionState.BackoffState;

/**
 * Derives events from the changes of a state.
 */
final class SessionEvents {

	private SessionEvents() {
	}

	static void acquired(SessionState before, CachedSession session, SessionAcquirer.Result acquired, ClockReading now,
			Consumer<ConnectSessionEvent> consumer) {
		expired(before, now, consumer);
		Instant at = now.instant();
		Instant expiresAt = at.plusNanos(session.remaining(now));
		int generation = session.generation();
		if (acquired.adopted()) {
			consumer.accept(new ConnectSessionEvent.Adopted(at, generation, expiresAt));
		}
		else {
			consumer.accept(acquired.renewed() ? new ConnectSessionEvent.Renewed(at, generation, expiresAt)
					: new ConnectSessionEvent.Created(at, generation, expiresAt));
		}
		BackoffState backoff = before.backoff();
		if (backoff != null && backoff.failures() > 0) {
			consumer.accept(new ConnectSessionEvent.Recovered(at, generation, expiresAt, backoff.failures()));
		}
	}

	// A probe that fails during the back-off is not another failure.
	static void failed(SessionState before, BackoffState backoff, ClockReading now,
			Consumer<ConnectSessionEvent> consumer) {
		expired(before, now, consumer);
		int failures = (before.backoff() != null) ? before.backoff().failures() : 0;
		if (failures != backoff.failures()) {
			consumer.accept(failure(before, backoff, now));
		}
	}

	private static ConnectSessionEvent failure(SessionState state, BackoffState backoff, ClockReading now) {
		Instant at = now.instant();
		Instant nextAttemptAt = backoff.nextAttemptAt();
		ConnectApiException failure = backoff.failure();
		boolean valid = state.hasUsableSession(now);
		if (backoff.isRejection()) {
			return new ConnectSessionEvent.Rejected(at, state.generation(), failure, backoff.failures(), nextAttemptAt,
					valid);
		}
		return valid
				? new ConnectSessionEvent.RenewalFailed(at, state.generation(), failure, backoff.failures(),
						nextAttemptAt)
				: new ConnectSessionEvent.Unavailable(at, state.generation(), failure, backoff.failures(),
						nextAttemptAt);
	}

	// A session may end without an acquisition, because of a back-off or a suspension.
	static void expired(SessionState before, ClockReading now, Consumer<ConnectSessionEvent> consumer) {
		CachedSession session = before.session();
		if (session != null && !session.hasEnded() && !session.isUsable(now)) {
			consumer.accept(new ConnectSessionEvent.Expired(now.instant(), before.generation()));
		}
	}

}
