package io.github.connectapi.json;

import io.github.connectapi.Internal;

/**
 * Exception thrown when a body cannot be parsed as an envelope. The message contains no
 * part of the body.
 */
@Internal
public sealed class MalformedResponseException extends Exception permits ResultConversionException {

	MalformedResponseException(String message) {
		super(message);
	}

}
