package io.github.connectapi.integration.operations;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.core.env.Environment;

import io.github.connectapi.integration.operations.examples.SecuredExamples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the endpoint of an application with Spring Security.
 */
@Timeout(60)
class EndpointSecurityTests {

	private static final Map<String, String> SECURITY = Map.of("spring.autoconfigure.exclude", "",
			"spring.security.user.name", "operator", "spring.security.user.password", "operator-secret",
			"spring.security.user.roles", "OPERATOR");

	@Test
	void whenSpringSecurityHasItsDefaultsThenAnActionIsRefusedWithoutAReason() {
		try (MonitoredApplication app = MonitoredApplication.with(SECURITY)) {
			HttpResponse<String> response = post(app, "operator:operator-secret");
			assertThat(response.statusCode()).isIn(401, 403);
			assertThat(response.body()).isEmpty();
			assertThat(app.server.requests()).isEmpty();
		}
	}

	@Test
	void whenTheDocumentedLinesAreUsedThenAnActionIsPerformed() {
		try (MonitoredApplication app = MonitoredApplication.with(SECURITY, SecuredExamples.class)) {
			assertThat(post(app, "operator:operator-secret").statusCode()).isEqualTo(200);
			await().until(() -> app.server.count("CreateSession") == 1);
		}
	}

	@ParameterizedTest
	@CsvSource({ "operator:wrong", "''" })
	void whenTheDocumentedLinesAreUsedThenNobodyElsePerformsAnAction(String credentials) {
		try (MonitoredApplication app = MonitoredApplication.with(SECURITY, SecuredExamples.class)) {
			assertThat(post(app, credentials).statusCode()).isEqualTo(401);
			assertThat(app.send("GET", "/actuator/gettyconnect").statusCode()).isEqualTo(401);
			assertThat(app.server.requests()).isEmpty();
		}
	}

	private static HttpResponse<String> post(MonitoredApplication app, String credentials) {
		String port = app.getBean(Environment.class).getProperty("local.server.port");
		HttpRequest.Builder request = HttpRequest
			.newBuilder(
					URI.create("http://127.0.0.1:" + port + "/actuator/gettyconnect/gettyConnectSessionManager/renew"))
			.timeout(Duration.ofSeconds(20))
			.POST(HttpRequest.BodyPublishers.noBody());
		if (!credentials.isEmpty()) {
			request.header("Authorization",
					"Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
		}
		try {
			return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
