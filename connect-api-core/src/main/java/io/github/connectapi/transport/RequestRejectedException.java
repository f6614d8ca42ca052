package io.github.connectapi.transport;

import java.io.IOException;

import io.github.connectapi.Internal;

/**
 * Exception thrown when a request is not sent because a customizer changed it in a way
 * that is not permitted.
 */
@Internal
public final class RequestRejectedException extends IOException {

	RequestRejectedException(String message) {
		super(message);
	}

}
