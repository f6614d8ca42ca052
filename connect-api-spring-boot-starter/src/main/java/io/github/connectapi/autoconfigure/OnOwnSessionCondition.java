package io.github.connectapi.autoconfigure;

import java.util.stream.Stream;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

import io.github.connectapi.autoconfigure.properties.ConfiguredCredentials;
import io.github.connectapi.autoconfigure.properties.PropertyPresence;
import io.github.connectapi.user.ConnectSessions;
import io.github.connectapi.user.ConnectUserCredentials;

/**
 * Condition that matches when the application has a session of its own. Without users, it
 * always has one, so that missing credentials are reported. With users, it has one if a
 * user name, a user password, application sessions, or OAuth 2 and its API key or API
 * secret are configured, or if a bean supplies the credentials of the application.
 */
final class OnOwnSessionCondition extends SpringBootCondition implements ConfigurationCondition {

	@Override
	public ConfigurationPhase getConfigurationPhase() {
		return ConfigurationPhase.REGISTER_BEAN;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("Own Session");
		ConfigurableListableBeanFactory beans = context.getBeanFactory();
		if (beans == null || !hasUsers(beans)) {
			return ConditionOutcome.match(message.because("there are no users"));
		}
		if (!hasBean(beans, ConfiguredCredentials.class)) {
			return ConditionOutcome.match(message.because("a bean supplies the credentials of the application"));
		}
		if (isConfigured(context.getEnvironment())) {
			return ConditionOutcome.match(message.because("credentials of the application are configured"));
		}
		return ConditionOutcome.noMatch(
				message.because("there are only users, because getty.connect.user-name and user-password are not set"));
	}

	private static boolean hasUsers(ListableBeanFactory beans) {
		return hasBean(beans, ConnectUserCredentials.class) || hasBean(beans, ConnectSessions.class);
	}

	private static boolean hasBean(ListableBeanFactory beans, Class<?> type) {
		return BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, type, true, false).length > 0;
	}

	private static boolean isConfigured(Environment environment) {
		// As an enum constant is bound, without the characters between words.
		String type = environment.getProperty("getty.connect.session.type", "").replaceAll("[^A-Za-z0-9]", "");
		return hasText(environment, "user-name", "user-password") || type.equalsIgnoreCase("application")
				|| (type.equalsIgnoreCase("oauth2") && hasText(environment, "api-key", "api-secret"));
	}

	private static boolean hasText(Environment environment, String... properties) {
		return Stream.of(properties)
			.anyMatch((property) -> PropertyPresence.hasText(environment, "getty.connect." + property));
	}

}
