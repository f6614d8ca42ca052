package io.github.connectapi.autoconfigure.endpoint;

import java.util.Locale;

import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ProxyType;
import org.springframework.context.annotation.Proxyable;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for a {@link SanitizingFunction}
 * that hides passwords, secrets and API keys in the endpoints {@code env} and
 * {@code configprops}, even when they are configured to show values. Applies to those
 * under {@code getty.connect} and in environment variables such as
 * {@code GETTY_USER_PASSWORD}.
 */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
public final class ConnectSanitizingAutoConfiguration {

	ConnectSanitizingAutoConfiguration() {
	}

	@Bean
	@Proxyable(ProxyType.INTERFACES)
	SanitizingFunction gettyConnectSanitizingFunction() {
		return SanitizingFunction.sanitizeValue().ifKeyMatches(ConnectSanitizingAutoConfiguration::isSecret);
	}

	/** In all forms that relaxed binding accepts, including environment variables. */
	private static boolean isSecret(String key) {
		String letters = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
		return letters.startsWith("getty")
				&& (letters.contains("password") || letters.contains("secret") || letters.contains("apikey"));
	}

}
