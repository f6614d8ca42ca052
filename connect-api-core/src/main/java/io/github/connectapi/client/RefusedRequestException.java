package io.github.connectapi.client;

import java.io.IOException;

/**
 * A request that a customizer changed into one that must not be sent.
 */
final class RefusedRequestException extends IOException {

	RefusedRequestException(String message) {
		super(message);
	}

}
