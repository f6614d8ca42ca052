package io.github.connectapi.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.connectapi.Secret;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.operation.ConnectRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Connections are reused, unless TLS would retain one token after another, or a response
 * belonged to another request.
 */
@Timeout(60)
class ConnectionReuseTests {

	@ParameterizedTest
	@CsvSource({ "CREATE_SESSION, 1", "RENEW_SESSION, 3", "CREATE_APPLICATION_SESSION, 3" })
	void whenAnOperationIsExecutedThreeTimesThenItsConnectionIsReusedOnlyAfterALogin(SessionOperation operation,
			int connections) throws IOException {
		String body = "{\"ResponseHeader\":{\"Status\":\"success\"},\"%sResult\":%s}".formatted(operation,
				ResponseFixture.RESULT);
		byte[] response = ("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
			.getBytes(StandardCharsets.US_ASCII);
		try (RawServer server = RawServer.start((self, connection, request) -> {
			do {
				connection.getOutputStream().write(response);
			}
			while (self.next(connection) != null);
		}); ConnectClient client = ClientFixture.client(server.baseUrl())) {
			for (int i = 0; i < 3; i++) {
				assertThat(ClientFixture.call(client, operation, "secure").token().reveal()).isEqualTo("token");
			}
			assertThat(server.requests()).hasSize(3);
			assertThat(server.connections()).isEqualTo(connections);
		}
	}

	@Test
	void whenAResponseBelongsToAnotherRequestThenItsConnectionIsNotUsedAgain() throws IOException {
		String body = "{\"ResponseHeader\":{\"Status\":\"success\",\"CoordinationId\":\"of another\"}}";
		byte[] response = "HTTP/1.1 200 OK\r\nContent-Length: %s\r\n\r\n%s".formatted(body.length(), body)
			.getBytes(StandardCharsets.US_ASCII);
		try (RawServer server = RawServer.start((self, connection, request) -> {
			do {
				connection.getOutputStream().write(response);
			}
			while (self.next(connection) != null);
		}); ConnectClient client = ClientFixture.client(server.baseUrl())) {
			for (int i = 0; i < 3; i++) {
				client.call(ConnectRequest.of(ConnectOperations.GET_COUNTRIES, Map.of()), Secret.of("token"),
						Void.class, ClientFixture.LONG);
			}
			assertThat(server.connections()).isEqualTo(3);
		}
	}

}
