package io.github.connectapi.autoconfigure.diagnostics;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Starts applications that are expected to fail, without a secret in the exception.
 */
final class FailedApplicationStart {

	static final String CANARY = "canary-4711";

	private FailedApplicationStart() {
	}

	static void of(Class<?> application, String... args) {
		for (Throwable it = failureOf(application, args); it != null; it = it.getCause()) {
			assertThat(it.toString()).doesNotContain(CANARY);
		}
	}

	static Throwable failureOf(Class<?> application, String... args) {
		SpringApplication start = new SpringApplication(application);
		start.setWebApplicationType(WebApplicationType.NONE);
		Throwable failure = catchThrowable(() -> start.run(args));
		assertThat(failure).isNotNull();
		return failure;
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class App {

	}

}
