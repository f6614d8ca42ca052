package io.github.connectapi.client;

/**
 * A body could not be read as an envelope. The message contains nothing of the body.
 */
sealed class MalformedResponseException extends Exception permits ResultConversionException {

	MalformedResponseException(String message) {
		super(message);
	}

}
