package io.github.connectapi.autoconfigure;

import io.github.connectapi.session.ConnectSessionManager;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.ClassUtils;

/**
 * Application that {@link MinimalClassPathTests} starts in a separate class loader.
 */
public final class MinimalApplication {

	private MinimalApplication() {
	}

	/**
	 * Starts the application, and returns the session state and whether health is
	 * present.
	 */
	public static String start() {
		try (var context = SpringApplication.run(App.class, "--getty.connect.system-id=a",
				"--getty.connect.system-password=b", "--getty.connect.user-name=c",
				"--getty.connect.user-password=d")) {
			boolean health = ClassUtils.isPresent("org.springframework.boot.health.contributor.Health",
					MinimalApplication.class.getClassLoader());
			return context.getBean(ConnectSessionManager.class).snapshot().state() + ", "
					+ (health ? "health" : "no health");
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class App {

	}

}
