package io.github.connectapi.autoconfigure;

import io.github.connectapi.session.ConnectSessionManager;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.ClassUtils;

/**
 * Started by {@link MinimalClassPathTests} in a class loader of its own.
 */
public final class MinimalApplication {

	private MinimalApplication() {
	}

	/** Starts, and says what was found. */
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
