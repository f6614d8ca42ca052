package io.github.connectapi.test.cli;

/**
 * An argument cannot be used. The message is for the person at the terminal.
 */
final class BadArgument extends Exception {

	private static final long serialVersionUID = 1L;

	BadArgument(String message) {
		super(message);
	}

}
