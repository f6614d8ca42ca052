package io.github.connectapi.autoconfigure.properties;

import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import io.github.connectapi.autoconfigure.diagnostics.StartupProblems;

/**
 * Applies values of properties to settings. A value that the settings refuse becomes a
 * problem of its property. Only the settings know the range of a value.
 */
final class SettingsMapper {

	/** Minimum duration, which is consistent with every maximum. */
	private static final Duration MIN_DURATION = Duration.ofNanos(1);

	private final StartupProblems problems;

	SettingsMapper(StartupProblems problems) {
		this.problems = problems;
	}

	/**
	 * Apply a value to settings.
	 * @param property the property
	 * @param settings the settings to change
	 * @param change applies the value, and throws an {@link IllegalArgumentException} if
	 * it is out of range
	 * @return the changed settings; the given ones if the value is out of range
	 */
	<S> S map(PropertyValue property, S settings, UnaryOperator<S> change) {
		try {
			return change.apply(settings);
		}
		catch (IllegalArgumentException ex) {
			this.problems.add(property.name(),
					"%s has the invalid value %s: %s".formatted(property.name(), property.value(), ex.getMessage()),
					"Set %s to a value such as %s.".formatted(property.name(), property.defaultValue()));
			return settings;
		}
	}

	/**
	 * Run a task and add the problems of the exception that it may throw.
	 * @param task the task to run
	 */
	void collect(Runnable task) {
		this.problems.collect(task);
	}

	/**
	 * Return whether a value is in its range.
	 * @param property the property
	 * @param check throws an {@link IllegalArgumentException} if the value is out of
	 * range
	 * @return true if there is no problem
	 */
	boolean isValid(PropertyValue property, Supplier<?> check) {
		return map(property, false, (valid) -> check.get() != null);
	}

	/**
	 * Apply two values that depend on each other, and are in their ranges.
	 * @param first the first property
	 * @param second the second property
	 * @param action the action to take if the values are inconsistent
	 * @param settings the settings to change
	 * @param change applies both values, and throws an {@link IllegalArgumentException}
	 * if they are inconsistent
	 * @return the changed settings; the given ones if the values are inconsistent
	 */
	<S> S mapPair(PropertyValue first, PropertyValue second, String action, S settings, UnaryOperator<S> change) {
		try {
			return change.apply(settings);
		}
		catch (IllegalArgumentException ex) {
			// Two default values are consistent, so the property with another value was
			// set.
			PropertyValue cause = second.isDefault() ? first : second;
			this.problems.add(cause.name(), "%s is %s and %s is %s. %s".formatted(first.name(), first.value(),
					second.name(), second.value(), ex.getMessage()), action);
			return settings;
		}
	}

	/**
	 * Apply an initial and a maximum duration: each value alone, then both together.
	 * @param initialProperty the property of the initial duration
	 * @param initial the initial duration
	 * @param maxProperty the property of the maximum duration
	 * @param max the maximum duration
	 * @param action the action to take if the maximum is shorter
	 * @param settings the settings to change
	 * @param change applies both durations, and throws an
	 * {@link IllegalArgumentException} if they are out of range or inconsistent
	 * @return the changed settings; the given ones if there is a problem
	 */
	<S> S mapDurations(PropertyValue initialProperty, Duration initial, PropertyValue maxProperty, Duration max,
			String action, S settings, BiFunction<Duration, Duration, S> change) {
		boolean initialValid = isValid(initialProperty, () -> change.apply(initial, initial));
		boolean maxValid = isValid(maxProperty, () -> change.apply(MIN_DURATION, max));
		if (!initialValid || !maxValid) {
			return settings;
		}
		return mapPair(initialProperty, maxProperty, action, settings, (previous) -> change.apply(initial, max));
	}

}
