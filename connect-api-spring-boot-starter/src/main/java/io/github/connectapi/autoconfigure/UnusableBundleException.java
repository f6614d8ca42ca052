package io.github.connectapi.autoconfigure;

import java.io.FileNotFoundException;
import java.nio.file.NoSuchFileException;

import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedExceptionUtils;

/**
 * Exception that is thrown if an SSL bundle cannot be used. Its message is without that
 * of its cause, which may contain parts of the bundle.
 */
final class UnusableBundleException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an exception.
	 * @param reason the reason, without any content of the bundle
	 * @param cause the cause; null if there is none
	 */
	UnusableBundleException(String reason, @Nullable Throwable cause) {
		super(reason, cause);
	}

	/**
	 * Create an exception with the type of the most specific cause, and with the name of
	 * a file that is missing.
	 * @param cause the exception of the bundle
	 */
	static UnusableBundleException of(RuntimeException cause) {
		return new UnusableBundleException(describe(NestedExceptionUtils.getMostSpecificCause(cause)), cause);
	}

	private static String describe(Throwable cause) {
		String type = cause.getClass().getSimpleName();
		boolean missing = cause instanceof NoSuchFileException || cause instanceof FileNotFoundException;
		String message = cause.getMessage();
		// A key that was taken for a file name contains no dot, or is enclosed in dashes.
		return (missing && message != null && message.contains(".") && !message.contains("-----"))
				? "(%s): %s".formatted(type, message) : "(%s)".formatted(type);
	}

}
