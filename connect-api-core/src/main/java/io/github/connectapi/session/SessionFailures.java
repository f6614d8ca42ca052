package io.github.connectapi.session;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectBackoffException;
import io.github.connectapi.ConnectClosedException;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectInterruptedException;
import io.github.connectapi.ConnectUnavailableException;

/**
 * Failures of the manager itself, as opposed to those of the server.
 */
final class SessionFailures {

	private SessionFailures() {
	}

	static ConnectApiException ofProvider(RuntimeException cause) {
		return unavailable("The credentials provider failed with %s".formatted(cause.getClass().getName()), cause);
	}

	static ConnectApiException of(Throwable cause) {
		return (cause instanceof ConnectApiException failure) ? failure : unavailable(
				"The acquisition failed unexpectedly with %s".formatted(cause.getClass().getName()), cause);
	}

	static ConnectApiException timedOut(Duration timeout) {
		return unavailable(
				"The acquisition did not complete within %s ms; its credentials provider or a customizer of its client may be blocked"
					.formatted(timeout.toMillis()),
				null);
	}

	static ConnectApiException tooLate() {
		return unavailable("The session had already expired when its response arrived", null);
	}

	static ConnectApiException interrupted(ConnectInterruptedException cause) {
		return unavailable("The acquisition was interrupted", cause);
	}

	static ConnectApiException closed() {
		return new ConnectClosedException("The Connect session manager is closed");
	}

	/** Return why there is no session and none may be acquired now. */
	static ConnectApiException refused(SessionState state, ClockReading now) {
		BackoffState backoff = state.backoff();
		if (state.isClosed()) {
			return closed();
		}
		if (backoff == null) {
			return unavailable("The acquisition ended without a session", null);
		}
		Duration remaining = Duration.ofNanos(backoff.remaining(now));
		return new ConnectBackoffException(backoff.nextAttemptAt(), remaining, backoff.failure());
	}

	private static ConnectApiException unavailable(String message, @Nullable Throwable cause) {
		return new ConnectUnavailableException(message, ConnectFailure.transientFailure(null, null), cause);
	}

}
