package io.github.connectapi.client;

/**
 * A body could not be read as an envelope. The message contains nothing of the body.
 */
sealed class MalformedAnswerException extends Exception permits UnfitResultException {

	MalformedAnswerException(String message) {
		super(message);
	}

}
