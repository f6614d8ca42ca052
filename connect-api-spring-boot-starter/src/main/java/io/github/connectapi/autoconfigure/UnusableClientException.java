package io.github.connectapi.autoconfigure;

import org.jspecify.annotations.Nullable;

/**
 * The client cannot be made, because of a bean of the application or a switch of the JVM.
 */
final class UnusableClientException extends RuntimeException {

	private final String action;

	UnusableClientException(String problem, String action, @Nullable Throwable cause) {
		super(problem, cause);
		this.action = action;
	}

	/** What to do about it. */
	String action() {
		return this.action;
	}

}
