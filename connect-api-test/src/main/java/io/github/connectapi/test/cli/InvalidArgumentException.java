package io.github.connectapi.test.cli;

/**
 * Exception thrown when a command line argument is invalid. The message is shown to the
 * user.
 */
final class InvalidArgumentException extends Exception {

	private static final long serialVersionUID = 1L;

	InvalidArgumentException(String message) {
		super(message);
	}

}
