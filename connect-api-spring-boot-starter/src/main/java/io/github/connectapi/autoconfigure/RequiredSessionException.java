package io.github.connectapi.autoconfigure;

import java.time.Duration;

import io.github.connectapi.ConnectApiException;

/**
 * The application is to start with a session only, and there is none.
 */
final class RequiredSessionException extends RuntimeException {

	private final ConnectApiException failure;

	RequiredSessionException(Duration timeout, ConnectApiException failure) {
		super("No Connect session within " + timeout + " at startup: " + failure.getMessage(), failure);
		this.failure = failure;
	}

	ConnectApiException failure() {
		return this.failure;
	}

}
