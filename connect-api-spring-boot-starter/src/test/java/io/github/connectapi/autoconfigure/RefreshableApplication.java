package io.github.connectapi.autoconfigure;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.connectapi.test.FakeConnectServer;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.cloud.autoconfigure.ConfigurationPropertiesRebinderAutoConfiguration;
import org.springframework.cloud.autoconfigure.RefreshAutoConfiguration;
import org.springframework.cloud.context.environment.EnvironmentChangeEvent;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Applications with the refresh support of Spring Cloud.
 */
final class RefreshableApplication {

	private RefreshableApplication() {
	}

	/** With the properties of a fake server. */
	static ApplicationContextRunner of(FakeConnectServer server) {
		return of(FakeApplication.of(server));
	}

	static ApplicationContextRunner of(ApplicationContextRunner application) {
		return application.withConfiguration(AutoConfigurations.of(RefreshAutoConfiguration.class,
				ConfigurationPropertiesRebinderAutoConfiguration.class));
	}

	/** Changes properties and rebinds them, as a refresh does. */
	static void rebind(ConfigurableApplicationContext context, String... properties) {
		TestPropertyValues.of(properties).applyTo(context);
		Set<String> names = Arrays.stream(properties)
			.map((property) -> property.substring(0, property.indexOf('=')))
			.collect(Collectors.toSet());
		context.publishEvent(new EnvironmentChangeEvent(names));
	}

}
