package io.github.connectapi.session;

import java.io.Serial;

import io.github.connectapi.ConnectApiException;

/**
 * Exception thrown when a renewal has to wait, because the store of a shared session does
 * not respond, and the session is valid for long enough.
 */
final class RenewalPostponedException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final ConnectApiException failure;

	RenewalPostponedException(ConnectApiException failure) {
		super(failure);
		this.failure = failure;
	}

	/** Return the failure if the renewal cannot be postponed. */
	ConnectApiException failure() {
		return this.failure;
	}

}
