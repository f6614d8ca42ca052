package io.github.connectapi.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects what is wrong, so that one failed start reports all of it. Names are without
 * the prefix.
 */
final class PropertyProblems {

	private static final Duration MAX = Duration.ofDays(1);

	private final List<PropertyProblem> problems = new ArrayList<>();

	void require(boolean valid, String name, Object value, String rule, String example) {
		if (!valid) {
			add(PropertyProblem.of(name, "is " + value + " and " + rule,
					"Set " + GettyConnectProperties.PREFIX + "." + name + " to a value such as " + example + "."));
		}
	}

	void requirePositive(Duration value, String name, String example) {
		require(isPositive(value) && value.compareTo(MAX) <= 0, name, value, "must be more than 0 and at most one day",
				example);
	}

	void requireNotNegative(Duration value, String name, String example) {
		require(!value.isNegative() && value.compareTo(MAX) <= 0, name, value, "must be between 0 and one day",
				example);
	}

	void requireOrdered(Duration initial, Duration max, String initialName, String maxName, String initialExample,
			String maxExample) {
		requirePositive(initial, initialName, initialExample);
		requirePositive(max, maxName, maxExample);
		if (isPositive(max)) {
			require(initial.compareTo(max) <= 0, maxName, max, "must not be shorter than "
					+ GettyConnectProperties.PREFIX + "." + initialName + ", which is " + initial, maxExample);
		}
	}

	/** Reads something for the sake of its problems. */
	void collect(Runnable reading) {
		try {
			reading.run();
		}
		catch (InvalidConnectPropertyException ex) {
			ex.problems().forEach(this::add);
		}
	}

	void add(PropertyProblem problem) {
		if (!this.problems.contains(problem)) {
			this.problems.add(problem);
		}
	}

	boolean any() {
		return !this.problems.isEmpty();
	}

	InvalidConnectPropertyException failure() {
		return new InvalidConnectPropertyException(this.problems);
	}

	void throwIfAny() {
		if (any()) {
			throw failure();
		}
	}

	private static boolean isPositive(Duration value) {
		return value.compareTo(Duration.ZERO) > 0;
	}

}
