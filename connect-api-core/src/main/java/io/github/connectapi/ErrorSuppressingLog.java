package io.github.connectapi;

import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Log that suppresses what the logging system throws, so that neither a session nor a
 * call fails because a line cannot be written. The line is lost, and there is no other
 * place to report that. Thread-safe.
 */
@Internal
public final class ErrorSuppressingLog {

	private final Supplier<Log> factory;

	private volatile @Nullable Log log;

	ErrorSuppressingLog(Supplier<Log> factory) {
		this.factory = factory;
	}

	/**
	 * Create a log.
	 * @param type the type whose name is the category
	 * @return the log
	 */
	public static ErrorSuppressingLog of(Class<?> type) {
		return of(type.getName());
	}

	/**
	 * Create a log.
	 * @param category the category
	 * @return the log
	 */
	public static ErrorSuppressingLog of(String category) {
		return new ErrorSuppressingLog(() -> LogFactory.getLog(category));
	}

	/**
	 * Return whether lines at DEBUG are written.
	 * @return false if not, or if the logging system fails
	 */
	public boolean isDebugEnabled() {
		try {
			return log().isDebugEnabled();
		}
		catch (Throwable ex) {
			return false;
		}
	}

	/**
	 * Log at DEBUG.
	 * @param message the message
	 */
	public void debug(Object message) {
		attempt(() -> log().debug(message));
	}

	/**
	 * Log at INFO.
	 * @param message the message
	 */
	public void info(Object message) {
		attempt(() -> log().info(message));
	}

	/**
	 * Log at WARN.
	 * @param message the message
	 */
	public void warn(Object message) {
		attempt(() -> log().warn(message));
	}

	/**
	 * Log at WARN.
	 * @param message the message
	 * @param cause the cause, or null
	 */
	public void warn(Object message, @Nullable Throwable cause) {
		attempt(() -> log().warn(message, cause));
	}

	/**
	 * Log at ERROR.
	 * @param message the message
	 */
	public void error(Object message) {
		attempt(() -> log().error(message));
	}

	// Not created before, because a class whose initialization fails is unusable for
	// good.
	private Log log() {
		Log current = this.log;
		if (current == null) {
			current = this.factory.get();
			this.log = current;
		}
		return current;
	}

	private static void attempt(Runnable statement) {
		try {
			statement.run();
		}
		catch (Throwable ex) {
			// Logging this would fail as well.
		}
	}

}
