package io.github.connectapi.autoconfigure.diagnostics;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.origin.Origin;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * {@link AbstractFailureAnalyzer} for a password, secret or API key that cannot be bound.
 * Runs before the analyzer of Spring Boot, which prints the value.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PasswordBindFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
		String name = cause.getName().toString();
		if (!name.startsWith("getty.connect.") || !isSecret(name)) {
			return null;
		}
		String reason = NestedExceptionUtils.getMostSpecificCause(cause).getClass().getSimpleName();
		return new FailureAnalysis(
				"Failed to bind %s: %s (from %s)".formatted(name, reason, origin(cause.getProperty())),
				"Set %s to a quoted string, without a placeholder that refers to the property itself.".formatted(name),
				cause);
	}

	private static boolean isSecret(String name) {
		return name.contains("password") || name.contains("secret") || name.contains("api-key");
	}

	private static String origin(@Nullable ConfigurationProperty property) {
		Origin origin = (property != null) ? property.getOrigin() : null;
		return (origin != null) ? origin.toString() : "an unknown origin";
	}

}
