package io.github.connectapi.integration.security;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.autoconfigure.endpoint.ConnectEndpoint;
import io.github.connectapi.client.ConnectClientCustomizer;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests that an application which logs everything and exposes all endpoints shows no
 * secret during logins, renewals, rejections, outages and malformed responses.
 */
@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
class SecretExposureTests {

	private static final String SYSTEM_PASSWORD = "system\"canary/Ä+1";

	private static final String USER_PASSWORD = "user\"canary/Ä+1";

	private final FakeConnectServer server = FakeConnectServer.builder()
		.system("system", SYSTEM_PASSWORD)
		.user("user", USER_PASSWORD, "1")
		.start();

	private final List<String> secrets = new ArrayList<>(List.of(SYSTEM_PASSWORD, USER_PASSWORD));

	private final List<String> exposed = new ArrayList<>();

	@AfterEach
	void close() {
		LoggingSystem.get(getClass().getClassLoader()).setLogLevel("ROOT", LogLevel.INFO);
		this.server.close();
	}

	@Test
	void whenEverythingIsLoggedAndExposedThenItContainsNoSecret(CapturedOutput output) throws Exception {
		try (ConfigurableApplicationContext context = SpringApplication.run(Application.class, arguments())) {
			run(context, context.getBean(ConnectSessionManager.class));
			this.exposed.addAll(context.getBean(Application.class).collected);
		}
		assertThat(output).contains("TRACE", "generation=1 expiresAt=", "InvalidUsernameOrPassword");
		assertThat(this.exposed).anyMatch((text) -> text.contains("ConnectSession")).hasSizeGreaterThan(20);
		assertThat(this.secrets).hasSizeGreaterThanOrEqualTo(8);
		for (String secret : this.secrets) {
			Canary canary = new Canary(secret);
			canary.assertAbsent("log", output.getAll());
			canary.assertAbsent("endpoints and events", String.join("\n", this.exposed));
		}
		Measurements.add("secrets of a whole run", this.secrets.size());
		Measurements.add("characters of log searched", output.getAll().length());
	}

	private void run(ConfigurableApplicationContext context, ConnectSessionManager manager)
			throws InterruptedException {
		ConnectSession first = session(manager);
		manager.renew();
		await().timeout(Duration.ofSeconds(20)).until(() -> !manager.getSession().equals(first));
		manager.invalidate(session(manager));
		session(manager);
		readEndpoints(context, manager);
		for (Fault fault : List.of(Fault.status(503), Fault.garbage(), Fault.drop(), Fault.status(302),
				Fault.error("SystemError", "no " + SYSTEM_PASSWORD), Fault.error("Odd", "no '" + USER_PASSWORD + "'"),
				Fault.normal().set("/ResponseHeader/CoordinationId", "another"),
				Fault.normal().set("/CreateSessionResult/TokenDurationMinutes", "never"))) {
			this.server.always(FakeConnectServer.ANY_OPERATION, fault);
			fail(manager);
			readEndpoints(context, manager);
		}
		this.server.clearFaults();
		this.server.accounts().changeUserPassword("user", "another password");
		fail(manager);
		readEndpoints(context, manager);
	}

	private ConnectSession session(ConnectSessionManager manager) {
		ConnectSession session = manager.getSession();
		this.secrets.add(session.token().reveal());
		this.secrets.add(session.secureToken().orElseThrow().reveal());
		this.exposed.add(session.toString());
		return session;
	}

	private void fail(ConnectSessionManager manager) {
		manager.reset();
		try {
			for (int i = 0; i < 3; i++) {
				manager.invalidate(manager.getSession());
			}
			throw new AssertionError("The calls did not fail");
		}
		catch (ConnectApiException ex) {
			this.exposed.add(ex + " " + ex.failure() + " " + ex.getCause());
		}
	}

	private void readEndpoints(ConfigurableApplicationContext context, ConnectSessionManager manager) {
		for (Object response : List.of(context.getBean(EnvironmentEndpoint.class).environment(null),
				context.getBean(ConfigurationPropertiesReportEndpoint.class).configurationProperties(),
				context.getBean(HealthEndpoint.class).health(), context.getBean(ConnectEndpoint.class).sessions(),
				manager.snapshot())) {
			this.exposed.add(JsonMapper.shared().writeValueAsString(response));
		}
	}

	private String[] arguments() {
		return new String[] { "--logging.level.root=TRACE", "--debug", "--spring.main.web-application-type=none",
				"--spring.jmx.enabled=true", "--management.endpoints.jmx.exposure.include=*",
				"--management.endpoint.env.show-values=always", "--management.endpoint.configprops.show-values=always",
				"--management.endpoint.health.show-details=always", "--getty.connect.base-url=" + this.server.baseUrl(),
				"--getty.connect.system-id=system", "--getty.connect.system-password=" + SYSTEM_PASSWORD,
				"--getty.connect.user-name=user", "--getty.connect.user-password=" + USER_PASSWORD,
				"--getty.connect.retry.max-attempts=2", "--getty.connect.retry.initial-interval=10ms" };
	}

	/** Collects all events and observations of the application. */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application implements ApplicationListener<ApplicationEvent> {

		final List<String> collected = new CopyOnWriteArrayList<>();

		@Override
		public void onApplicationEvent(ApplicationEvent event) {
			this.collected.add(event.toString());
		}

		@Bean
		ConnectClientCustomizer observationCollector() {
			ObservationRegistry registry = ObservationRegistry.create();
			registry.observationConfig().observationHandler(new ObservationHandler<Observation.Context>() {
				@Override
				public void onStop(Observation.Context context) {
					Application.this.collected.add(context + " " + context.getError() + " "
							+ Map.of("keys", context.getAllKeyValues().toString()));
				}

				@Override
				public boolean supportsContext(Observation.Context context) {
					return true;
				}
			});
			return (builder) -> builder.observationRegistry(registry);
		}

	}

}
