package io.github.connectapi.autoconfigure.endpoint;

import java.util.Locale;

import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/**
 * Masks the passwords under {@code getty.connect}, and in variables such as
 * {@code GETTY_USER_PASSWORD}, in the endpoints {@code env} and {@code configprops}, also
 * when those are told to show values.
 */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
public final class ConnectSanitizingAutoConfiguration {

	ConnectSanitizingAutoConfiguration() {
	}

	@Bean
	SanitizingFunction gettyConnectSanitizingFunction() {
		return SanitizingFunction.sanitizeValue().ifKeyMatches(ConnectSanitizingAutoConfiguration::isPassword);
	}

	/** In any of the spellings that are bound, environment variables included. */
	private static boolean isPassword(String key) {
		String letters = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
		return letters.startsWith("getty") && letters.contains("password");
	}

}
