package io.github.connectapi.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Says which password cannot be bound, without its value. Before Spring Boot's own, which
 * prints that.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PasswordBindFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
		String name = cause.getName().toString();
		if (!name.startsWith(GettyConnectProperties.PREFIX + ".") || !name.contains("password")) {
			return null;
		}
		ConfigurationProperty property = cause.getProperty();
		String origin = (property != null && property.getOrigin() != null) ? " (from " + property.getOrigin() + ")"
				: "";
		return new FailureAnalysis(
				name + " cannot be read" + origin + ": "
						+ NestedExceptionUtils.getMostSpecificCause(cause).getClass().getSimpleName() + ".",
				"Write it as a text in quotation marks, without a placeholder that leads back to " + name + ".", cause);
	}

}
