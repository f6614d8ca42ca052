package io.github.connectapi.store;

import java.time.Duration;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectInterruptedException;
import io.github.connectapi.ConnectUnavailableException;

/**
 * Failures of a shared session, for which nothing was sent to the server.
 */
final class SharedFailures {

	private SharedFailures() {
	}

	/** Without its cause, which is logged, and whose message may contain a password. */
	static ConnectApiException storeUnavailable() {
		return new ConnectUnavailableException("The store of the shared session did not respond",
				ConnectFailure.transientFailure(null, null).withNotSent(true));
	}

	static ConnectApiException notInTime() {
		return new ConnectUnavailableException("Another instance did not acquire the shared session in time",
				ConnectFailure.transientFailure(null, null).withNotSent(true));
	}

	static ConnectInterruptedException interrupted() {
		return new ConnectInterruptedException("Interrupted while waiting for the shared session");
	}

	// Without Retry-After after a rejection, so that corrected credentials are noticed.
	static ConnectApiException backingOff(SharedRecord seen, long millis) {
		String operation = (seen.operation() != null) ? seen.operation() : "An acquisition";
		String message = (seen.code() != null)
				? "%s of another instance that shares the session failed (code %s)".formatted(operation, seen.code())
				: "%s of another instance that shares the session failed".formatted(operation);
		return seen.rejected()
				? new ConnectCredentialsRejectedException(message,
						ConnectFailure.permanentFailure(seen.operation(), seen.code()).withNotSent(true))
				: new ConnectUnavailableException(message,
						ConnectFailure.transientFailure(seen.operation(), seen.code())
							.withNotSent(true)
							.withRetryAfter(Duration.ofMillis(millis)));
	}

}
