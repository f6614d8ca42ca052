package io.github.connectapi.transport;

import java.io.IOException;

import io.github.connectapi.Internal;

/**
 * Exception thrown when an exchange failed before one byte of the request was sent.
 */
@Internal
public final class RequestNotSentException extends IOException {

	RequestNotSentException(String message) {
		super(message);
	}

}
