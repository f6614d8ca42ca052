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
import io.github.connectapi.user.ConnectSessions;
import io.github.connectapi.user.ConnectUserCredentials;

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
		if (type == ConnectSessionManager.class) {
			return analyzeUsers(cause);
		}
		return (type == ConnectApi.class) ? analyzeCandidates(cause) : null;
	}

	private @Nullable FailureAnalysis analyzeUsers(NoSuchBeanDefinitionException cause) {
		if (beanNames(ConnectUserCredentials.class).length == 0 && beanNames(ConnectSessions.class).length == 0) {
			return null;
		}
		return new FailureAnalysis(
				"A bean of type %s is required, but the application has no session of its own, only those of users."
					.formatted(ConnectSessionManager.class.getName()),
				"Use ConnectSessions.forUser instead, or set getty.connect.user-name and getty.connect.user-password.",
				cause);
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
