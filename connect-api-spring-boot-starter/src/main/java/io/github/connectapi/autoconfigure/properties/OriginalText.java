package io.github.connectapi.autoconfigure.properties;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
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
import org.springframework.util.PropertyPlaceholderHelper;

/**
 * Compares the number or boolean that a property has in its source with the text in its
 * file. YAML reads an unquoted 0123 as the number 83.
 */
final class OriginalText {

	/** As Spring Boot resolves placeholders in properties. */
	private static final PropertyPlaceholderHelper PLACEHOLDERS = new PropertyPlaceholderHelper("${", "}", ":", '\\',
			true);

	/** A scalar after its anchor and its tag. */
	private static final Pattern SCALAR = Pattern.compile("(?:[&!]\\S*\\s+)*([^\\s,\\]}]*)");

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
				return compare(found.getValue(), found.getOrigin());
			}
		}
		return Comparison.SAME;
	}

	private Comparison compare(@Nullable Object value, @Nullable Origin origin) {
		if (value instanceof CharSequence text) {
			Set<Comparison> comparisons = EnumSet.of(Comparison.SAME);
			PLACEHOLDERS.replacePlaceholders(text.toString(), (name) -> resolve(name, comparisons));
			return Collections.max(comparisons);
		}
		if (!(value instanceof Number || value instanceof Boolean || value instanceof byte[])) {
			return Comparison.SAME;
		}
		String original = read(origin);
		if (original == null) {
			return Comparison.UNKNOWN;
		}
		return original.equals(value.toString()) ? Comparison.SAME : Comparison.DIFFERENT;
	}

	private @Nullable String resolve(String name, Set<Comparison> comparisons) {
		for (PropertySource<?> source : this.environment.getPropertySources()) {
			Object value = source.getProperty(name);
			if (value instanceof CharSequence) {
				return value.toString();
			}
			if (value != null) {
				comparisons.add(compare(value, OriginLookup.getOrigin(source, name)));
				return value.toString();
			}
		}
		return null;
	}

	private static @Nullable String read(@Nullable Origin origin) {
		if (origin instanceof PropertySourceOrigin nested) {
			return read(nested.getOrigin());
		}
		if (!(origin instanceof TextResourceOrigin text) || text.getResource() == null || text.getLocation() == null) {
			return null;
		}
		try {
			// Lines, columns and the byte order mark are those of SnakeYAML.
			String content = text.getResource().getContentAsString(StandardCharsets.UTF_8).replace("\ufeff", "");
			String line = content.split("\\R", -1)[text.getLocation().getLine()];
			int start = line.offsetByCodePoints(0, text.getLocation().getColumn());
			Matcher scalar = SCALAR.matcher(line).region(start, line.length());
			return scalar.lookingAt() ? scalar.group(1) : null;
		}
		catch (IOException | RuntimeException ex) {
			return null;
		}
	}

	/** Results in the order of their severity. */
	enum Comparison {

		/** The value is text, or it is the same as its text. */
		SAME,

		/** The value is a number or boolean whose text cannot be read. */
		UNKNOWN,

		/** The text was changed when it was read as a number or boolean. */
		DIFFERENT

	}

}
