package io.github.connectapi.acquisition;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectClosedException;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.Internal;

/**
 * Failures of the pool, for which nothing was sent.
 */
@Internal
public final class PoolFailures {

	private PoolFailures() {
	}

	/** Return the failure of all reads after the sessions were closed. */
	public static ConnectApiException closed() {
		return new ConnectClosedException("The sessions of all users are closed");
	}

	static ConnectApiException full(int maxQueued) {
		return unavailable(
				"No acquisition was started, because %s acquisitions of other users wait. Try again later, or let more of them start at a time."
					.formatted(maxQueued),
				null);
	}

	static ConnectApiException blocked(int abandoned) {
		return unavailable(
				"No acquisition was started, because %s calls of the credentials provider have ignored their interrupt, and the last acquisition of this user failed. Repair the provider. Acquisitions start again when one of the calls returns."
					.formatted(abandoned),
				null);
	}

	static ConnectApiException noThread(Throwable cause) {
		return unavailable("No acquisition was started, because no thread could be started", cause);
	}

	private static ConnectApiException unavailable(String message, @Nullable Throwable cause) {
		return new ConnectUnavailableException(message, ConnectFailure.transientFailure(null, null).withNotSent(true),
				cause);
	}

}
