package io.github.connectapi.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.connectapi.ConnectApiException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A second response on a connection, before its request was sent.
 */
@Timeout(60)
class DesyncTests {

	private static final String STRAY = response("stray");

	/**
	 * Arrives after the next request was sent, so only its coordination id reveals that
	 * it does not belong to that request.
	 */
	private static final String FOREIGN = response("stray").replace("Content-Length: 105", "Content-Length: 129")
		.replace("\"success\"", "\"success\",\"CoordinationId\":\"1234\"");

	static Stream<List<String>> responses() {
		return Stream.of(List.of(response("first") + STRAY), List.of(response("first"), FOREIGN),
				List.of(response("first") + "HTTP/1.1 200 OK\r\n", STRAY.substring(17)),
				List.of(response("first").replace("\r\n\r\n", "\r\nTransfer-Encoding: chunked\r\n\r\n") + STRAY),
				List.of(response("first").replace("Content-Length: ", "Content-Length: 5\r\nContent-Length: ") + STRAY),
				List.of("HTTP/1.1 100 Continue\r\n\r\n" + response("first") + STRAY),
				List.of("HTTP/1.1 204 None\r\n\r\n" + STRAY), List.of("HTTP/1.1 304 None\r\n\r\n" + STRAY),
				List.of("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n" + STRAY),
				List.of("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + STRAY));
	}

	@ParameterizedTest
	@MethodSource("responses")
	void whenAResponseArrivesBeforeItsRequestThenItIsNotUsed(List<String> parts) throws IOException {
		try (RawServer server = RawServer.start((self, connection, request) -> {
			for (String part : parts) {
				connection.getOutputStream().write(part.getBytes(StandardCharsets.US_ASCII));
				connection.getOutputStream().flush();
				self.isClosedWithin(30);
			}
			while (self.next(connection) != null) {
				RawServer.responding(response("second")).respond(self, connection, request);
			}
		}); ConnectClient client = ClientFixture.client(server.baseUrl())) {
			for (int i = 0; i < 3; i++) {
				assertThat(token(client)).isNotEqualTo("stray");
			}
		}
	}

	private static String token(ConnectClient client) {
		try {
			return ClientFixture.create(client).token().reveal();
		}
		catch (ConnectApiException ex) {
			return "";
		}
	}

	private static String response(String token) {
		String body = "{\"ResponseHeader\":{\"Status\":\"success\"},\"CreateSessionResult\":{\"Token\":\"" + token
				+ "\",\"TokenDurationMinutes\":30}}";
		return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
	}

}
