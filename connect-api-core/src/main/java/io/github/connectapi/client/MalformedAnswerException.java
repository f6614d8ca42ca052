package io.github.connectapi.client;

/**
 * A body could not be read as an envelope. The message contains nothing of the body.
 */
final class MalformedAnswerException extends Exception {

	MalformedAnswerException(String message) {
		super(message);
	}

}
