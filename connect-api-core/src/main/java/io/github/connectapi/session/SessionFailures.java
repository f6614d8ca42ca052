package io.github.connectapi.session;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectClosedException;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectBackoffException;
import io.github.connectapi.ConnectUnavailableException;

/**
 * The failures that arise here, not on the wire.
 */
final class SessionFailures {

	private SessionFailures() {
	}

	static ConnectApiException ofProvider(RuntimeException cause) {
		return passing("The credentials provider failed with " + cause.getClass().getName(), cause);
	}

	static ConnectApiException of(Throwable cause) {
		return (cause instanceof ConnectApiException failure) ? failure
				: passing("The acquisition failed unexpectedly with " + cause.getClass().getName(), cause);
	}

	static ConnectApiException hanging(Duration timeout) {
		return passing("The acquisition did not end within " + timeout
				+ "; its credentials provider or a customizer of its client hangs", null);
	}

	static ConnectApiException tooLate() {
		return passing("The answer took longer than the session that it brought was to live", null);
	}

	static ConnectApiException closed() {
		return new ConnectClosedException("The Connect session manager is closed");
	}

	/** Why a state has no session and acquires none now. */
	static ConnectApiException refusal(SessionState state, ClockReading now) {
		BackoffState backoffState = state.backoffState();
		if (state.closed()) {
			return closed();
		}
		if (backoffState == null) {
			return passing("The acquisition ended without a session", null);
		}
		Duration wait = Duration.ofNanos(backoffState.remaining(now));
		return new ConnectBackoffException(now.instant().plus(wait), wait, backoffState.failure());
	}

	private static ConnectApiException passing(String message, @Nullable Throwable cause) {
		return new ConnectUnavailableException(message, ConnectFailure.transientFailure(null, null), cause);
	}

}
