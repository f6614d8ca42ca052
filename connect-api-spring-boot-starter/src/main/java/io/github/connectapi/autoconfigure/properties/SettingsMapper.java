package io.github.connectapi.autoconfigure.properties;

import java.util.function.UnaryOperator;

import io.github.connectapi.autoconfigure.diagnostics.StartupProblems;

/**
 * Applies values of properties to settings. A value that the settings reject becomes a
 * problem of its property. Only the settings know the range of a value.
 */
final class SettingsMapper {

	private final StartupProblems problems;

	SettingsMapper(StartupProblems problems) {
		this.problems = problems;
	}

	/**
	 * Apply a value to settings.
	 * @param property the full name of the property
	 * @param value the value of the property
	 * @param settings the settings to change
	 * @param change applies the value, and throws an {@link IllegalArgumentException} if
	 * it is out of range
	 * @return the changed settings; the given ones if the value is out of range
	 */
	<S> S map(String property, Object value, S settings, UnaryOperator<S> change) {
		try {
			return change.apply(settings);
		}
		catch (IllegalArgumentException ex) {
			this.problems.add(property, "%s has the invalid value %s: %s".formatted(property, value, ex.getMessage()),
					"Correct the value of %s, or remove the property to use its default.".formatted(property));
			return settings;
		}
	}

}
