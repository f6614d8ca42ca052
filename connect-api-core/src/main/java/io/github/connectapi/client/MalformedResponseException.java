package io.github.connectapi.client;

/**
 * Exception thrown when a body cannot be parsed as an envelope. The message contains no
 * part of the body.
 */
sealed class MalformedResponseException extends Exception permits ResultConversionException {

	MalformedResponseException(String message) {
		super(message);
	}

}
