package io.github.connectapi.autoconfigure;

import java.util.List;
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
 * Says why a bean of ours that the application wants is not configured. Before Spring
 * Boot's own, which says only that it is missing.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class MissingBeanFailureAnalyzer extends AbstractFailureAnalyzer<NoSuchBeanDefinitionException> {

	private static final String ENABLED = GettyConnectProperties.PREFIX + ".enabled";

	private static final Set<Class<?>> OURS = Set.of(ConnectApi.class, ConnectSessionManager.class,
			ConnectClient.class);

	private final BeanFactory beanFactory;

	private final Environment environment;

	MissingBeanFailureAnalyzer(BeanFactory beanFactory, Environment environment) {
		this.beanFactory = beanFactory;
		this.environment = environment;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoSuchBeanDefinitionException cause) {
		Class<?> type = cause.getBeanType();
		if (type == null || !OURS.contains(type) || cause.getNumberOfBeansFound() > 0) {
			return null;
		}
		if (!this.environment.getProperty(ENABLED, boolean.class, true)) {
			return new FailureAnalysis(
					"A bean of type " + type.getName() + " is required, and " + ENABLED + " is false.",
					"Remove " + ENABLED + ", or do without the bean, for example with an ObjectProvider.", cause);
		}
		String several = several("session managers", ConnectSessionManager.class)
				+ several("clients", ConnectClient.class);
		if (type != ConnectApi.class || several.isEmpty()) {
			return null;
		}
		return new FailureAnalysis(
				"A bean of type " + type.getName() + " is required, and none is configured because there are" + several
						+ ".",
				"Mark one of them as @Primary, or define the bean: ConnectApi.builder(client, manager).build().",
				cause);
	}

	private String several(String what, Class<?> type) {
		List<String> names = (this.beanFactory instanceof ListableBeanFactory listable)
				? List.of(listable.getBeanNamesForType(type)) : List.of();
		return (names.size() > 1) ? " several " + what + ": " + String.join(", ", names) : "";
	}

}
