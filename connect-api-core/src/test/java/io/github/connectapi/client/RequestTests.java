package io.github.connectapi.client;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Compares the bytes of requests with the documentation.
 */
@Timeout(60)
class RequestTests {

	private static final JsonMapper JSON = new JsonMapper();

	/**
	 * Quotes, a backslash, a line break, and characters of one to four bytes in UTF-8.
	 */
	private static final ConnectCredentials ODD = ConnectCredentials.of("0123", "p\"\\\n=+/|#", "Zoë@例え.example",
			"pass€😀");

	private static final String TOKEN = "aB3+/=|#".repeat(43);

	private RawServer server;

	private ConnectClient client;

	@BeforeEach
	void start() throws IOException {
		this.server = RawServer.start((server, connection, request) -> {
			String path = request.head().substring(0, request.head().indexOf(" HTTP/"));
			String operation = path.substring(path.lastIndexOf('/') + 1);
			RawServer
				.ok("{\"ResponseHeader\":{\"Status\":\"success\"},\"" + operation
						+ "Result\":{\"Token\":\"t\",\"TokenDurationMinutes\":30}}")
				.respond(server, connection, request);
		});
		this.client = ClientFixture.client(this.server.baseUrl());
	}

	@AfterEach
	void close() throws IOException {
		this.client.close();
		this.server.close();
	}

	@Test
	void whenASessionIsCreatedThenTheBodyIsAsDocumented() {
		this.client.createSession(ODD, ClientFixture.LONG);
		assertThat(bodyWithoutCoordinationId()).isEqualTo(JSON.readTree("""
				{"RequestHeader": {"Token": null},
				 "CreateSessionRequestBody": {"SystemId": "0123", "SystemPassword": "p\\"\\\\\\n=+/|#",
				  "UserName": "Zoë@例え.example", "UserPassword": "pass€😀"}}"""));
	}

	@Test
	void whenAnApplicationSessionIsCreatedThenNoUserIsSent() {
		this.client.createApplicationSession(ODD, ClientFixture.LONG);
		assertThat(bodyWithoutCoordinationId()).isEqualTo(JSON.readTree(
				"""
						{"RequestHeader": {"Token": null},
						 "CreateApplicationSessionRequestBody": {"SystemId": "0123", "SystemPassword": "p\\"\\\\\\n=+/|#"}}"""));
	}

	@Test
	void whenASessionIsRenewedThenTheSecureTokenIsInTheHeader() {
		this.client.renewSession(Secret.of(TOKEN), ODD, ClientFixture.LONG);
		assertThat(bodyWithoutCoordinationId()).isEqualTo(JSON.readTree("""
				{"RequestHeader": {"Token": "%s"},
				 "RenewSessionRequestBody": {"SystemId": "0123", "SystemPassword": "p\\"\\\\\\n=+/|#"}}"""
			.formatted(TOKEN)));
	}

	@ParameterizedTest
	@EnumSource
	void whenAnOperationIsCalledThenOnePostIsSentToItsPath(SessionOperation operation) {
		ClientFixture.call(this.client, operation, "secure");
		assertThat(this.server.requests()).hasSize(1);
		assertThat(headers()).startsWith("POST /v1/session/" + operation + " HTTP/1.1\r\n")
			.containsIgnoringCase("\r\nContent-Type: application/json\r\n");
	}

	@ParameterizedTest
	@EnumSource
	void whenAnOperationIsCalledThenNothingIsNegotiated(SessionOperation operation) {
		ClientFixture.call(this.client, operation, "secure");
		assertThat(headers().toLowerCase()).doesNotContain("\r\nupgrade:", "\r\naccept-encoding:", "\r\nexpect:",
				"\r\nauthorization:", "\r\ncookie:", "\r\ntransfer-encoding:");
	}

	@ParameterizedTest
	@EnumSource
	void whenAnOperationIsCalledThenTheHeadersContainNoSecret(SessionOperation operation) {
		ClientFixture.call(this.client, operation, "canary-token");
		assertThat(headers()).doesNotContain("canary", "fake-system-password", "fake-user-password", "fake-user");
	}

	@ParameterizedTest
	@EnumSource
	void whenAnOperationIsCalledThenItsCoordinationIdIsALowerCaseUuid(SessionOperation operation) {
		ClientFixture.call(this.client, operation, "secure");
		assertThat(body().at("/RequestHeader/CoordinationId").asString())
			.matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
	}

	@Test
	void whenCalledAgainThenTheCoordinationIdIsDifferent() {
		Set<String> ids = new HashSet<>();
		for (int i = 0; i < 3; i++) {
			ClientFixture.create(this.client);
			ids.add(JSON.readTree(this.server.requests().get(i).body()).at("/RequestHeader/CoordinationId").asString());
		}
		assertThat(ids).hasSize(3);
	}

	@Test
	void whenTheBaseUrlHasAPrefixThenThePathStartsWithIt() {
		try (ConnectClient prefixed = ClientFixture.client(this.server.baseUrl() + "/a%20b/proxy/")) {
			ClientFixture.create(prefixed);
		}
		assertThat(headers()).startsWith("POST /a%20b/proxy/v1/session/CreateSession HTTP/1.1\r\n");
	}

	@Test
	void whenTheCredentialsHaveNoUserThenNothingIsSent() {
		ConnectCredentials application = ConnectCredentials.ofApplication("system", "canary");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.client.createSession(application, ClientFixture.LONG))
			.withMessageContaining("user")
			.withMessageNotContaining("canary");
		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	void whenThereIsNoTimeLeftThenNothingIsSent() {
		ClientFixture.create(this.client);
		for (int i = 0; i < 50; i++) {
			Duration none = Duration.ofSeconds(-i);
			assertThatExceptionOfType(ConnectUnavailableException.class)
				.isThrownBy(() -> this.client.createSession(ClientFixture.CREDENTIALS, none));
		}
		ClientFixture.create(this.client);
		assertThat(this.server.requests()).hasSize(2);
	}

	private String headers() {
		return this.server.requests().get(0).head();
	}

	private JsonNode body() {
		return JSON.readTree(this.server.requests().get(0).body());
	}

	private JsonNode bodyWithoutCoordinationId() {
		JsonNode body = body();
		((ObjectNode) body.get("RequestHeader")).remove("CoordinationId");
		return body;
	}

}
