package io.github.connectapi.call;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import org.springframework.util.ClassUtils;

import io.github.connectapi.UnexpectedFailures;

/**
 * Adds the coordination id to the SLF4J MDC, if present, while the current thread
 * executes a call.
 */
final class LogContext {

	static final String KEY = "connectCoordinationId";

	private static final boolean PRESENT = ClassUtils.isPresent("org.slf4j.MDC", LogContext.class.getClassLoader());

	private LogContext() {
	}

	/** Execute a call and restore the previous id, because calls may be nested. */
	static <T> T execute(String coordinationId, Supplier<T> call) {
		if (!PRESENT) {
			return call.get();
		}
		String previous = get();
		set(coordinationId);
		try {
			return call.get();
		}
		finally {
			set(previous);
		}
	}

	private static @Nullable String get() {
		try {
			return MDC.get(KEY);
		}
		catch (Throwable ex) {
			// A call must not fail because of the log.
			return null;
		}
	}

	private static void set(@Nullable String id) {
		UnexpectedFailures.ignore(() -> {
			if (id != null) {
				MDC.put(KEY, id);
			}
			else {
				MDC.remove(KEY);
			}
		});
	}

}
