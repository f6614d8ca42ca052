package io.github.connectapi.session;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectBackoffException;
import io.github.connectapi.ConnectClosedException;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectInterruptedException;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.session.SessionState.ActiveAcquisition;
import io.github.connectapi.session.SessionState.Phase;

import io.github.connectapi.session.SessionState.BackoffState;

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

	/** Return the failure of an acquisition that still runs at its deadline. */
	static ConnectApiException timedOut(Duration timeout, ActiveAcquisition acquisition, String provider) {
		Thread thread = acquisition.pending().runner();
		return unavailable(
				"The acquisition did not complete within %s ms: it has not returned from %s"
					.formatted(timeout.toMillis(), place(acquisition, provider)),
				(thread != null) ? stackTrace(thread) : null);
	}

	/** Return the failure of an acquisition that has not started at its deadline. */
	static ConnectApiException notStarted(Duration timeout) {
		return new ConnectUnavailableException(
				"The acquisition did not start within %s ms, because too many others were waiting"
					.formatted(timeout.toMillis()),
				ConnectFailure.transientFailure(null, null).withNotSent(true));
	}

	/** Return why no acquisition was started while earlier ones still run. */
	static ConnectApiException blocked(List<ActiveAcquisition> abandoned, String provider) {
		String places = abandoned.stream()
			.map((acquisition) -> place(acquisition, provider))
			.distinct()
			.collect(Collectors.joining(", and from "));
		return unavailable(
				"No acquisition was started, because %s earlier ones have not returned from %s. Repair the code that ignores its interrupt. Acquisitions start again when one of them returns."
					.formatted(abandoned.size(), places),
				null);
	}

	/** Return where an acquisition is. */
	static String place(ActiveAcquisition acquisition, String provider) {
		return (acquisition.phase() == Phase.EXCHANGING)
				? "an exchange of the client (a customizer, an interceptor or its TLS supplier may hang)"
				: "the credentials provider %s".formatted(provider);
	}

	// Shows which code hangs.
	private static Throwable stackTrace(Thread thread) {
		TimeoutException trace = new TimeoutException("Stack trace of the thread %s".formatted(thread.getName()));
		trace.setStackTrace(thread.getStackTrace());
		return trace;
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
