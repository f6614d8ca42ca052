package io.github.connectapi.autoconfigure.diagnostics;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.Internal;

/**
 * Collects problems, so that a single failed start reports all of them. Not thread-safe.
 */
@Internal
public final class StartupProblems {

	private final List<StartupProblem> problems = new ArrayList<>();

	/**
	 * Add a problem, unless an equal one was added before.
	 * @param property the full name of the property that causes the problem
	 * @param reason the description of the problem, a sentence without a period
	 * @param action the action to take
	 */
	public void add(@Nullable String property, String reason, String action) {
		add(new StartupProblem(property, reason, action));
	}

	/**
	 * Run a task and add the problems of the {@link ConnectStartupException} that it may
	 * throw.
	 * @param task the task to run
	 */
	public void collect(Runnable task) {
		try {
			task.run();
		}
		catch (ConnectStartupException ex) {
			ex.problems().forEach(this::add);
		}
	}

	/**
	 * Return whether no problem was added.
	 * @return true if there is no problem
	 */
	public boolean isEmpty() {
		return this.problems.isEmpty();
	}

	/**
	 * Create an exception with all problems.
	 * @return the exception
	 */
	public ConnectStartupException toException() {
		return new ConnectStartupException(this.problems, null);
	}

	/**
	 * Throw an exception with all problems, if there are any.
	 */
	public void throwIfAny() {
		if (!isEmpty()) {
			throw toException();
		}
	}

	private void add(StartupProblem problem) {
		if (!this.problems.contains(problem)) {
			this.problems.add(problem);
		}
	}

}
