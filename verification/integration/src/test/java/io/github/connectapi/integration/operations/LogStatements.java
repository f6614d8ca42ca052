package io.github.connectapi.integration.operations;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaMethodCall;

import io.github.connectapi.ErrorSuppressingLog;
import io.github.connectapi.integration.LibraryClasses;

/**
 * The log statements in the classes of the library.
 */
final class LogStatements {

	private static final Set<String> LEVELS = Set.of("trace", "debug", "info", "warn", "error", "fatal");

	private LogStatements() {
	}

	/** Return all statements that write to the log, as {@code <class>:<line>}. */
	static Set<String> all() {
		return LibraryClasses.all()
			.flatMap((type) -> type.getMethodCallsFromSelf().stream())
			.filter(LogStatements::writes)
			.map((call) -> call.getOriginOwner().getName() + ":" + call.getLineNumber())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static boolean writes(JavaMethodCall call) {
		return call.getTargetOwner().isEquivalentTo(ErrorSuppressingLog.class) && LEVELS.contains(call.getName());
	}

}
