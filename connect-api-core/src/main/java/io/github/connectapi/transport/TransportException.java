package io.github.connectapi.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.UnexpectedFailures;
import io.github.connectapi.LogSanitizer;

/**
 * Exception thrown when an exchange fails for a reason that the transport describes
 * itself.
 */
final class TransportException extends IOException {

	TransportException(String message) {
		super(message);
	}

	/** Return whether a failure to connect is a timeout. */
	static boolean isTimeout(Throwable failure) {
		return failure instanceof TimeoutException || failure instanceof SocketTimeoutException;
	}

	/** Describe a failure without the text that a server sent. */
	static String describe(Throwable failure) {
		String message = failure.getMessage();
		if (message != null && failure instanceof TransportException) {
			return message;
		}
		if (UnexpectedFailures.isThreadShortage(failure)) {
			return "no thread could be started";
		}
		if (message == null || message.isEmpty() || failure.getClass().getName().startsWith("org.apache.hc.")) {
			return failure.getClass().getSimpleName();
		}
		return "%s: %s".formatted(failure.getClass().getSimpleName(), withoutQuotes(message));
	}

	/**
	 * Return an exception of the same kind without the text that a server sent. It is
	 * created on the thread of the caller, because a failure to connect has the stack
	 * trace of another thread and may be shared.
	 * @param failure the failure
	 * @return the copy, or null if its kind is of no use
	 */
	static @Nullable IOException copy(Throwable failure) {
		String message = withoutQuotes(String.valueOf(failure.getMessage()));
		if (failure instanceof UnknownHostException) {
			return new UnknownHostException(message);
		}
		if (failure instanceof NoRouteToHostException) {
			return new NoRouteToHostException(message);
		}
		if (failure instanceof ConnectException) {
			return new ConnectException(message);
		}
		if (failure instanceof SocketException) {
			return new SocketException(message);
		}
		if (failure instanceof SSLHandshakeException) {
			return new SSLHandshakeException(message);
		}
		return (failure instanceof SSLException) ? new SSLException(message) : null;
	}

	private static String withoutQuotes(String message) {
		return LogSanitizer.sanitize(message.replaceFirst("(?s)\".*", "").strip());
	}

}
