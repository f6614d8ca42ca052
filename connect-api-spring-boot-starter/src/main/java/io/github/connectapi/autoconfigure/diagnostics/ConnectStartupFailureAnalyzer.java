package io.github.connectapi.autoconfigure.diagnostics;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.origin.Origin;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/**
 * {@link AbstractFailureAnalyzer} that describes each problem of a
 * {@link ConnectStartupException}, with the origin of its property.
 */
final class ConnectStartupFailureAnalyzer extends AbstractFailureAnalyzer<ConnectStartupException> {

	private final Iterable<ConfigurationPropertySource> sources;

	ConnectStartupFailureAnalyzer(Environment environment) {
		this.sources = (environment instanceof ConfigurableEnvironment configurable)
				? ConfigurationPropertySources.from(configurable.getPropertySources()) : List.of();
	}

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, ConnectStartupException cause) {
		List<StartupProblem> problems = cause.problems();
		String reasons = problems.stream().map(this::describe).collect(Collectors.joining("%n".formatted()));
		String actions = problems.stream()
			.map(StartupProblem::action)
			.distinct()
			.collect(Collectors.joining("%n".formatted()));
		return new FailureAnalysis("Failed to start the Getty Images Connect API client:%n%n%s".formatted(reasons),
				actions, cause);
	}

	private String describe(StartupProblem problem) {
		Origin origin = origin(problem.property());
		return (origin != null) ? "    %s (from %s)".formatted(problem.reason(), origin)
				: "    %s".formatted(problem.reason());
	}

	private @Nullable Origin origin(@Nullable String property) {
		if (property == null) {
			return null;
		}
		ConfigurationPropertyName name = ConfigurationPropertyName.of(property);
		for (ConfigurationPropertySource source : this.sources) {
			ConfigurationProperty found = source.getConfigurationProperty(name);
			if (found != null && found.getOrigin() != null) {
				return found.getOrigin();
			}
		}
		return null;
	}

}
