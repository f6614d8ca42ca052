package io.github.connectapi.autoconfigure.rest;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

import io.github.connectapi.autoconfigure.properties.PropertyPresence;

/**
 * Matches if there is an API key. {@code ConditionalOnProperty} would show a key with a
 * placeholder that cannot be resolved.
 */
final class OnApiKeyCondition extends SpringBootCondition {

	private static final String API_KEY = "getty.connect.api-key";

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		boolean present = PropertyPresence.hasText(context.getEnvironment(), API_KEY);
		return new ConditionOutcome(present,
				ConditionMessage.forCondition("API Key").because(API_KEY + (present ? " is set" : " is not set")));
	}

}
