package io.github.connectapi.integration.operations;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.github.connectapi.ConnectCredentialsProvider;
import io.github.connectapi.autoconfigure.endpoint.ConnectEndpoint;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.session.ConnectSessionManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for access to the endpoint, over HTTP and JMX.
 */
@Timeout(60)
class EndpointAccessTests {

	private static final String ENDPOINT = "/actuator/gettyconnect";

	/** Access, status of a read, status of an action, as documented. */
	static Stream<Arguments> access() {
		return Document.of("docs/operations.md")
			.table("Access")
			.stream()
			.map((row) -> Arguments.of(Document.codeSpans(row.get(0)).get(0), Integer.parseInt(row.get(1)),
					Integer.parseInt(row.get(2))));
	}

	@ParameterizedTest
	@MethodSource("access")
	void whenAccessIsSetThenReadsAndActionsHaveTheDocumentedStatus(String access, int readStatus, int actionStatus) {
		try (MonitoredApplication app = MonitoredApplication
			.with(Map.of("management.endpoint.gettyconnect.access", access))) {
			assertThat(app.send("GET", ENDPOINT).statusCode()).isEqualTo(readStatus);
			assertThat(app.send("GET", ENDPOINT + "/gettyConnectSessionManager").statusCode()).isEqualTo(readStatus);
			assertThat(app.invoke("renew").statusCode()).isEqualTo(actionStatus);

			boolean allowed = actionStatus == 200;
			await().until(() -> app.server.count("CreateSession") == (allowed ? 1 : 0));
			assertThat(app.hasBean(ConnectEndpoint.class)).isEqualTo(readStatus == 200);
		}
	}

	@Test
	void whenAccessIsNotSetThenItIsUnrestrictedUpToTheMaximum() {
		assertThat(access().map((row) -> row.get()[0])).contains("unrestricted").hasSize(3);
		try (MonitoredApplication app = MonitoredApplication
			.with(Map.of("management.endpoints.access.max-permitted", "read-only"))) {
			assertThat(app.send("GET", ENDPOINT).statusCode()).isEqualTo(200);
			assertThat(app.invoke("reset").statusCode()).isEqualTo(405);
		}
	}

	@Test
	void whenTheEndpointIsNotExposedThenItDoesNotExist() {
		try (MonitoredApplication app = MonitoredApplication.withDefaults(Map.of())) {
			assertThat(app.send("GET", ENDPOINT).statusCode()).isEqualTo(404);
			assertThat(app.invoke("reset").statusCode()).isEqualTo(404);
			assertThat(app.hasBean(ConnectEndpoint.class)).isFalse();
		}
	}

	@Test
	void whenThereAreTwoManagersThenEachHasItsOwnPath() {
		try (MonitoredApplication app = MonitoredApplication.with(Map.of(), TwoManagers.class)) {
			assertThat(app.get(ENDPOINT).propertyNames()).containsExactly("creative", "editorial");
			assertThat(app.send("POST", ENDPOINT + "/editorial/renew").statusCode()).isEqualTo(200);
			await().until(() -> app.get(ENDPOINT + "/editorial").path("state").asString().equals("VALID"));

			assertThat(app.get(ENDPOINT + "/creative").path("state").asString()).isEqualTo("NONE");
			assertThat(app.send("POST", ENDPOINT + "/editorial/renew").statusCode()).isEqualTo(429);
			assertThat(app.send("POST", ENDPOINT + "/creative/renew").statusCode()).as("limited separately")
				.isEqualTo(200);
			assertThat(app.invoke("renew").statusCode()).as("the one that backed off").isEqualTo(404);
			assertThat(PrometheusScrape.of(app.scrape()).samples())
				.extracting((sample) -> sample.labels().get("manager"))
				.contains("creative", "editorial");
		}
	}

	@Test
	void whenJmxIsEnabledThenTheEndpointIsAvailableThere() throws JMException {
		try (MonitoredApplication app = MonitoredApplication
			.with(Map.of("spring.jmx.enabled", "true", "management.endpoints.jmx.exposure.include", "gettyconnect"))) {
			MBeanServer server = ManagementFactory.getPlatformMBeanServer();
			Set<ObjectName> names = server
				.queryNames(new ObjectName("org.springframework.boot:type=Endpoint,name=Gettyconnect,*"), null);
			assertThat(names).hasSize(1);
			ObjectName name = names.iterator().next();
			String[] signature = { String.class.getName(), String.class.getName() };

			assertThat(server.invoke(name, "sessions", new Object[0], new String[0])).asString()
				.contains("gettyConnectSessionManager", "state=NONE");
			assertThat(server.invoke(name, "act", new Object[] { "gettyConnectSessionManager", "renew" }, signature))
				.asString()
				.contains("performed=true", "status=200");
			await().until(() -> app.server.count("CreateSession") == 1);
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class TwoManagers {

		@Bean
		ConnectSessionManager editorial(ConnectClient client, ConnectCredentialsProvider credentials) {
			return ConnectSessionManager.builder(client, credentials).build();
		}

		@Bean
		ConnectSessionManager creative(ConnectClient client, ConnectCredentialsProvider credentials) {
			return ConnectSessionManager.builder(client, credentials).build();
		}

	}

}
