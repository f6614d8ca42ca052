package io.github.connectapi.autoconfigure.diagnostics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.BeanCurrentlyInCreationException;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

import io.github.connectapi.ConnectCredentialsProvider;
import io.github.connectapi.client.ConnectClientCustomizer;
import io.github.connectapi.observation.ConnectObservationConvention;
import io.github.connectapi.session.ConnectSessionListener;
import io.github.connectapi.store.SessionStore;
import io.github.connectapi.user.ConnectUserCredentials;

/**
 * {@link AbstractFailureAnalyzer} that explains why a bean of the application that the
 * session manager or the client needs must not depend on them. Runs before the analyzer
 * of Spring Boot, which reports only the cycle.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class BeanCycleFailureAnalyzer extends AbstractFailureAnalyzer<BeanCurrentlyInCreationException> {

	private static final String REMOVE = "Remove the dependency: a %s is called while a session is acquired, so it cannot use the session.";

	/** What to do instead, by the type of the bean. */
	private static final Map<Class<?>, String> ACTIONS = actions();

	private final BeanFactory beanFactory;

	BeanCycleFailureAnalyzer(BeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	private static Map<Class<?>, String> actions() {
		Map<Class<?>, String> actions = new LinkedHashMap<>();
		actions.put(ConnectSessionListener.class,
				"Remove the interface, and listen with a method annotated with @EventListener that has a ConnectSessionEvent as parameter.");
		for (Class<?> type : List.of(ConnectCredentialsProvider.class, ConnectUserCredentials.class,
				ConnectClientCustomizer.class, ConnectObservationConvention.class, SessionStore.class)) {
			actions.put(type, REMOVE.formatted(type.getSimpleName()));
		}
		return actions;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BeanCurrentlyInCreationException cause) {
		List<String> beans = Stream.iterate(rootFailure, (failure) -> failure != null, Throwable::getCause)
			.flatMap((failure) -> (failure instanceof BeanCreationException creation)
					? Stream.ofNullable(creation.getBeanName()) : Stream.empty())
			.toList();
		return ACTIONS.keySet()
			.stream()
			.flatMap((type) -> beans.stream()
				.filter((bean) -> isOfType(bean, type))
				.map((bean) -> analysis(bean, type, cause)))
			.findFirst()
			.orElse(null);
	}

	private static FailureAnalysis analysis(String bean, Class<?> type, BeanCurrentlyInCreationException cause) {
		return new FailureAnalysis(
				"The bean '%s' is a %s and depends on the session manager or the client, which depend on it."
					.formatted(bean, type.getSimpleName()),
				ACTIONS.get(type), cause);
	}

	// The beans of the starter are of such types as well, but are not the reason.
	private boolean isOfType(String bean, Class<?> type) {
		return !bean.startsWith("gettyConnect") && this.beanFactory.containsBean(bean)
				&& this.beanFactory.isTypeMatch(bean, type);
	}

}
