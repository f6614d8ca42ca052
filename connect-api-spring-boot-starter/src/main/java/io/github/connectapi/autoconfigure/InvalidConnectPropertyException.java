package io.github.connectapi.autoconfigure;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Properties are missing, contradict each other or cannot be used.
 */
final class InvalidConnectPropertyException extends RuntimeException {

	private final transient List<PropertyProblem> problems;

	InvalidConnectPropertyException(List<PropertyProblem> problems) {
		this(problems, null);
	}

	InvalidConnectPropertyException(PropertyProblem problem, @Nullable Throwable cause) {
		this(List.of(problem), cause);
	}

	private InvalidConnectPropertyException(List<PropertyProblem> problems, @Nullable Throwable cause) {
		super(problems.stream()
			.map((problem) -> problem.property() + " " + problem.reason())
			.collect(Collectors.joining("; ")), cause);
		this.problems = List.copyOf(problems);
	}

	List<PropertyProblem> problems() {
		return this.problems;
	}

}
