package io.github.connectapi.autoconfigure.properties;

import org.springframework.core.env.Environment;
import org.springframework.util.PlaceholderResolutionException;
import org.springframework.util.StringUtils;

import io.github.connectapi.Internal;

/**
 * Checks for conditions whether properties have a value.
 */
@Internal
public final class PropertyPresence {

	private PropertyPresence() {
	}

	/**
	 * Return whether a property has a value that is not blank, or one that cannot be
	 * resolved. Nothing is thrown, because the exception would contain the value.
	 * @param environment the environment
	 * @param name the full name of the property
	 * @return whether it has a value
	 */
	public static boolean hasText(Environment environment, String name) {
		try {
			return StringUtils.hasText(environment.getProperty(name));
		}
		catch (PlaceholderResolutionException ex) {
			// Binding reports it.
			return true;
		}
	}

}
