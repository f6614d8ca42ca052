package io.github.connectapi.autoconfigure.properties;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/**
 * Compares the number or boolean that a property has in its source with the text in its
 * file. YAML reads an unquoted 0123 as the number 83.
 */
final class OriginalText {

	/** A value that is a single placeholder, possibly with a default. */
	private static final Pattern PLACEHOLDER = Pattern.compile("\\s*\\$\\{([^${}:]+)(?::[^{}]*)?}\\s*");

	/** More than anybody nests, so that a cycle ends. */
	private static final int MAX_DEPTH = 10;

	private static final Pattern SCALAR = Pattern.compile("[^\\s,\\]}]*");

	private final ConfigurableEnvironment environment;

	OriginalText(ConfigurableEnvironment environment) {
		this.environment = environment;
	}

	/**
	 * Compare the value of a property with its original text.
	 * @param property the full name of the property
	 */
	Comparison compare(String property) {
		ConfigurationPropertyName name = ConfigurationPropertyName.of(property);
		for (ConfigurationPropertySource source : ConfigurationPropertySources
			.from(this.environment.getPropertySources())) {
			ConfigurationProperty found = source.getConfigurationProperty(name);
			if (found != null) {
				return compare(found.getValue(), found.getOrigin(), 0);
			}
		}
		return Comparison.SAME;
	}

	private Comparison compare(@Nullable Object value, @Nullable Origin origin, int depth) {
		if (value instanceof CharSequence text) {
			Matcher placeholder = PLACEHOLDER.matcher(text);
			return (depth < MAX_DEPTH && placeholder.matches()) ? comparePlaceholder(placeholder.group(1), depth + 1)
					: Comparison.SAME;
		}
		if (!(value instanceof Number || value instanceof Boolean)) {
			return Comparison.SAME;
		}
		String original = read(origin);
		if (original == null) {
			return Comparison.UNKNOWN;
		}
		return original.equals(value.toString()) ? Comparison.SAME : Comparison.DIFFERENT;
	}

	private Comparison comparePlaceholder(String name, int depth) {
		for (PropertySource<?> source : this.environment.getPropertySources()) {
			Object value = source.getProperty(name);
			if (value != null) {
				return compare(value, OriginLookup.getOrigin(source, name), depth);
			}
		}
		return Comparison.SAME;
	}

	private static @Nullable String read(@Nullable Origin origin) {
		if (origin instanceof PropertySourceOrigin nested) {
			return read(nested.getOrigin());
		}
		if (!(origin instanceof TextResourceOrigin text) || text.getResource() == null || text.getLocation() == null) {
			return null;
		}
		try (BufferedReader reader = new BufferedReader(
				new InputStreamReader(text.getResource().getInputStream(), StandardCharsets.UTF_8))) {
			String line = reader.lines().skip(text.getLocation().getLine()).findFirst().orElse("");
			Matcher scalar = SCALAR.matcher(line).region(text.getLocation().getColumn(), line.length());
			return scalar.lookingAt() ? scalar.group() : null;
		}
		catch (IOException | RuntimeException ex) {
			return null;
		}
	}

	enum Comparison {

		/** The value is text, or it is the same as its text. */
		SAME,

		/** The text was changed when it was read as a number or boolean. */
		DIFFERENT,

		/** The value is a number or boolean whose text cannot be read. */
		UNKNOWN

	}

}
