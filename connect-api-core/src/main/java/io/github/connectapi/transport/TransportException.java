package io.github.connectapi.transport;

import java.io.IOException;

/**
 * Exception thrown when an exchange fails for a reason that the transport describes
 * itself.
 */
final class TransportException extends IOException {

	TransportException(String message) {
		super(message);
	}

}
