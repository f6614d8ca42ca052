package io.github.connectapi.transport;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

import io.github.connectapi.LogSanitizer;

/**
 * Exception thrown when an exchange fails for a reason that the transport describes
 * itself.
 */
final class TransportException extends IOException {

	TransportException(String message) {
		super(message);
	}

	/** Describe a failure of which a timeout means that there is no connection. */
	static String describe(Throwable failure, Duration connectTimeout) {
		return (failure instanceof TimeoutException || failure instanceof SocketTimeoutException)
				? "no connection within %d ms".formatted(connectTimeout.toMillis()) : describe(failure);
	}

	/** Describe a failure without the text that a server sent. */
	static String describe(Throwable failure) {
		String message = failure.getMessage();
		if (message != null && failure instanceof TransportException) {
			return message;
		}
		if (isThreadShortage(failure)) {
			return "no thread could be started";
		}
		if (message == null || message.isEmpty() || failure.getClass().getName().startsWith("org.apache.hc.")) {
			return failure.getClass().getSimpleName();
		}
		return "%s: %s".formatted(failure.getClass().getSimpleName(),
				LogSanitizer.sanitize(message.replaceFirst("(?s)\".*", "").strip()));
	}

	/**
	 * Return whether a failure concerns the JVM, so that it must be thrown unchanged.
	 * @return true if the heap is exhausted, for instance; false if no thread could be
	 * started or the stack of the thread was too small
	 */
	static boolean isFatal(Throwable failure) {
		return failure instanceof VirtualMachineError && !(failure instanceof StackOverflowError)
				&& !isThreadShortage(failure);
	}

	private static boolean isThreadShortage(Throwable failure) {
		return failure instanceof OutOfMemoryError
				&& String.valueOf(failure.getMessage()).startsWith("unable to create");
	}

}
