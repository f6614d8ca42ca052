package io.github.connectapi.autoconfigure.diagnostics;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.Internal;

/**
 * Exception thrown when the application cannot start because of its configuration, one of
 * its beans, or a session that is required and cannot be acquired.
 */
@Internal
public final class ConnectStartupException extends RuntimeException {

	private final transient List<StartupProblem> problems;

	/**
	 * Create an exception with one problem.
	 * @param problem the problem
	 * @param cause the cause; null if there is none
	 */
	public ConnectStartupException(StartupProblem problem, @Nullable Throwable cause) {
		this(List.of(problem), cause);
	}

	ConnectStartupException(List<StartupProblem> problems, @Nullable Throwable cause) {
		super(problems.stream().map(StartupProblem::reason).collect(Collectors.joining("; ")), cause);
		this.problems = List.copyOf(problems);
	}

	/**
	 * Return the problems.
	 * @return an unmodifiable list with at least one problem
	 */
	public List<StartupProblem> problems() {
		return this.problems;
	}

}
