package io.github.connectapi.autoconfigure.diagnostics;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.session.ConnectSessionManager;

/**
 * {@link AbstractFailureAnalyzer} that explains why a required bean is not configured
 * automatically. Runs before the analyzer of Spring Boot, which reports only that the
 * bean is missing.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class MissingConnectBeanFailureAnalyzer extends AbstractFailureAnalyzer<NoSuchBeanDefinitionException> {

	private static final Set<Class<?>> CONFIGURED_TYPES = Set.of(ConnectApi.class, ConnectSessionManager.class,
			ConnectClient.class);

	private final BeanFactory beanFactory;

	private final Environment environment;

	MissingConnectBeanFailureAnalyzer(BeanFactory beanFactory, Environment environment) {
		this.beanFactory = beanFactory;
		this.environment = environment;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoSuchBeanDefinitionException cause) {
		Class<?> type = cause.getBeanType();
		if (type == null || !CONFIGURED_TYPES.contains(type) || cause.getNumberOfBeansFound() > 0) {
			return null;
		}
		if (!this.environment.getProperty("getty.connect.enabled", boolean.class, true)) {
			return new FailureAnalysis(
					"A bean of type %s is required, but getty.connect.enabled is false.".formatted(type.getName()),
					"Remove getty.connect.enabled, or make the dependency optional, for example with an ObjectProvider.",
					cause);
		}
		return (type == ConnectApi.class) ? analyzeCandidates(cause) : null;
	}

	private @Nullable FailureAnalysis analyzeCandidates(NoSuchBeanDefinitionException cause) {
		String[] managers = beanNames(ConnectSessionManager.class);
		String[] clients = beanNames(ConnectClient.class);
		if (managers.length <= 1 && clients.length <= 1) {
			return null;
		}
		return new FailureAnalysis(
				"A bean of type %s is required, but none is configured because there is more than one candidate for a dependency (session managers: %s; clients: %s)."
					.formatted(ConnectApi.class.getName(), String.join(", ", managers), String.join(", ", clients)),
				"Mark one of the candidates as @Primary, or define the bean with ConnectApi.builder(client, manager).build().",
				cause);
	}

	private String[] beanNames(Class<?> type) {
		return (this.beanFactory instanceof ListableBeanFactory listable) ? listable.getBeanNamesForType(type)
				: new String[0];
	}

}
