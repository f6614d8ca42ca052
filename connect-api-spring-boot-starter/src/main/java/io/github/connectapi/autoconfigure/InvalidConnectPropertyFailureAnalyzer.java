package io.github.connectapi.autoconfigure;

import java.util.List;
import java.util.stream.Collectors;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/**
 * Says which properties of ours are wrong, where they were written, and what to write.
 */
final class InvalidConnectPropertyFailureAnalyzer extends AbstractFailureAnalyzer<InvalidConnectPropertyException> {

	private static final String HEADING = "The Getty Images Connect session cannot be configured:"
			+ System.lineSeparator() + System.lineSeparator();

	private final Iterable<ConfigurationPropertySource> sources;

	InvalidConnectPropertyFailureAnalyzer(Environment environment) {
		this.sources = (environment instanceof ConfigurableEnvironment configurable)
				? ConfigurationPropertySources.from(configurable.getPropertySources()) : List.of();
	}

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidConnectPropertyException cause) {
		List<PropertyProblem> problems = cause.problems();
		String description = problems.stream()
			.map((problem) -> "    " + problem.property() + " " + problem.reason() + origin(problem))
			.collect(Collectors.joining(System.lineSeparator(), HEADING, ""));
		String action = problems.stream()
			.map(PropertyProblem::action)
			.distinct()
			.collect(Collectors.joining(System.lineSeparator()));
		return new FailureAnalysis(description, action, cause);
	}

	private String origin(PropertyProblem problem) {
		ConfigurationPropertyName name = ConfigurationPropertyName.of(problem.property());
		for (ConfigurationPropertySource source : this.sources) {
			ConfigurationProperty property = source.getConfigurationProperty(name);
			if (property != null && property.getOrigin() != null) {
				return " (from " + property.getOrigin() + ")";
			}
		}
		return "";
	}

}
