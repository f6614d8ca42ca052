package io.github.connectapi.autoconfigure.diagnostics;

import org.springframework.boot.SpringBootVersion;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@link ApplicationContextInitializer} that stops the start with a version of Spring
 * Boot that is too old. Otherwise the first exchange would fail because a method is
 * missing.
 */
final class SpringBootVersionInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final int MIN_MAJOR_VERSION = 4;

	private final String version;

	SpringBootVersionInitializer() {
		this(SpringBootVersion.getVersion());
	}

	SpringBootVersionInitializer(String version) {
		this.version = version;
	}

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		boolean enabled = context.getEnvironment().getProperty("getty.connect.enabled", Boolean.class, true);
		if (enabled && Integer.parseInt(this.version, 0, this.version.indexOf('.'), 10) < MIN_MAJOR_VERSION) {
			throw new ConnectStartupException(new StartupProblem(null,
					"The Connect API starter needs Spring Boot 4, but this application uses Spring Boot %s"
						.formatted(this.version),
					"Upgrade the application to Spring Boot 4.0 or later, or set getty.connect.enabled to false."),
					null);
		}
	}

}
