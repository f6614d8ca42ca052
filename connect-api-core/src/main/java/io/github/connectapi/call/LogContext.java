package io.github.connectapi.call;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import org.springframework.util.ClassUtils;

import io.github.connectapi.operation.ConnectRequest;

/**
 * Has the coordination id in the log context of SLF4J, if that is there, for all that is
 * logged by this thread during a call.
 */
final class LogContext {

	static final String KEY = "connectCoordinationId";

	private static final boolean PRESENT = ClassUtils.isPresent("org.slf4j.MDC", LogContext.class.getClassLoader());

	private LogContext() {
	}

	/** Leaves what was there before: a call may be made within another one. */
	static <T> T during(ConnectRequest request, Supplier<T> call) {
		if (!PRESENT) {
			return call.get();
		}
		String before = MDC.get(KEY);
		set(request.coordinationId().orElse(null));
		try {
			return call.get();
		}
		finally {
			set(before);
		}
	}

	private static void set(@Nullable String id) {
		if (id != null) {
			MDC.put(KEY, id);
		}
		else {
			MDC.remove(KEY);
		}
	}

}
