package io.github.connectapi.transport;

import java.io.IOException;

import io.github.connectapi.Internal;

/**
 * A request that a customizer changed into one that must not be sent.
 */
@Internal
public final class RequestRejectedException extends IOException {

	RequestRejectedException(String message) {
		super(message);
	}

}
