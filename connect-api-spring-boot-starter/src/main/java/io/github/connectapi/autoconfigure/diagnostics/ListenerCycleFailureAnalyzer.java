package io.github.connectapi.autoconfigure.diagnostics;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.BeanCurrentlyInCreationException;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

import io.github.connectapi.session.ConnectSessionListener;

/**
 * {@link AbstractFailureAnalyzer} that explains why a {@link ConnectSessionListener} must
 * not depend on the session manager. Runs before the analyzer of Spring Boot, which
 * reports only the cycle.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ListenerCycleFailureAnalyzer extends AbstractFailureAnalyzer<BeanCurrentlyInCreationException> {

	private final BeanFactory beanFactory;

	ListenerCycleFailureAnalyzer(BeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BeanCurrentlyInCreationException cause) {
		return Stream.iterate(rootFailure, (failure) -> failure != null, Throwable::getCause)
			.flatMap((failure) -> (failure instanceof BeanCreationException creation)
					? Stream.ofNullable(creation.getBeanName()) : Stream.empty())
			.filter(this::isListener)
			.findFirst()
			.map((listener) -> new FailureAnalysis(
					"The bean '%s' is a ConnectSessionListener and depends on the session manager that passes events to it."
						.formatted(listener),
					"Remove the interface, and listen with a method annotated with @EventListener that has a ConnectSessionEvent as parameter.",
					cause))
			.orElse(null);
	}

	private boolean isListener(String beanName) {
		return this.beanFactory.containsBean(beanName)
				&& this.beanFactory.isTypeMatch(beanName, ConnectSessionListener.class);
	}

}
