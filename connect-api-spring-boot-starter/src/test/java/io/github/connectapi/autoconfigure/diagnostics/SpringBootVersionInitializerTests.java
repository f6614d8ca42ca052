package io.github.connectapi.autoconfigure.diagnostics;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link SpringBootVersionInitializer}.
 */
class SpringBootVersionInitializerTests {

	@ParameterizedTest
	@ValueSource(strings = { "2.7.18", "3.5.8", "3.5.0-RC1" })
	void whenSpringBootIsTooOldThenTheStartStopsImmediately(String version) {
		assertThatExceptionOfType(ConnectStartupException.class)
			.isThrownBy(() -> new SpringBootVersionInitializer(version).initialize(new GenericApplicationContext()))
			.withMessage(
					"The Connect API starter needs Spring Boot 4, but this application uses Spring Boot " + version);
	}

	@ParameterizedTest
	@ValueSource(strings = { "4.0.9", "4.1.0-SNAPSHOT", "5.0.0-M1", "10.0.0" })
	void whenSpringBootIsNewEnoughThenTheApplicationStarts(String version) {
		new ApplicationContextRunner().withInitializer(new SpringBootVersionInitializer(version))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@ParameterizedTest
	@ValueSource(strings = "3.5.8")
	void whenTheStarterIsDisabledThenTheVersionDoesNotMatter(String version) {
		new ApplicationContextRunner().withPropertyValues("getty.connect.enabled=false")
			.withInitializer(new SpringBootVersionInitializer(version))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@ParameterizedTest
	@ValueSource(classes = SpringBootVersionInitializer.class)
	void whenAnApplicationStartsThenTheVersionIsVerified(Class<?> type) {
		assertThat(SpringFactoriesLoader.forDefaultResourceLocation().load(ApplicationContextInitializer.class))
			.hasAtLeastOneElementOfType(type);
	}

}
