package io.github.connectapi.license;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectClosedException;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectInterruptedException;
import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.ConnectProtocolException;
import io.github.connectapi.ConnectUnavailableException;

/**
 * Outcome of a download as an observation records it: the outcomes of a call, with the
 * reason as the code.
 */
final class DownloadOutcome {

	private DownloadOutcome() {
	}

	/** Return the exception to record, which has the same message. */
	static Throwable translate(Throwable failure) {
		return (failure instanceof ConnectDownloadException download) ? translate(download) : failure;
	}

	private static ConnectApiException translate(ConnectDownloadException failure) {
		String message = String.valueOf(failure.getMessage());
		String code = failure.reason().name();
		ConnectFailure details = failure.isTransient() ? ConnectFailure.transientFailure(null, code)
				: ConnectFailure.permanentFailure(null, code);
		details = details.withRetryAfter(failure.retryAfter().orElse(null));
		return switch (failure.reason()) {
			case CONNECTION, TIMEOUT, UNAVAILABLE -> new ConnectUnavailableException(message, details, failure);
			case INTERRUPTED, CANCELED -> new ConnectInterruptedException(message, details, failure);
			case CLOSED -> new ConnectClosedException(message, details, failure);
			case INVALID_ADDRESS, REDIRECT, NOT_A_FILE, WRONG_LENGTH ->
				new ConnectProtocolException(message, details, failure);
			case EXPIRED, REJECTED, TOO_LARGE, TARGET_EXISTS, TARGET_IN_USE, DISK ->
				new ConnectOperationException(message, details, failure);
		};
	}

}
