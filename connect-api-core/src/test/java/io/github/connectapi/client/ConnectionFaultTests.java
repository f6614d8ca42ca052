package io.github.connectapi.client;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.ConnectProtocolException;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Faults of the network lead to a typed transient exception, in time and after one
 * request.
 */
@Timeout(60)
class ConnectionFaultTests {

	private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

	private static final String RESPONSE = ResponseFixture.success(ResponseFixture.RESULT);

	@Test
	void whenTheConnectionIsRefusedThenTheServerIsUnavailable() throws IOException {
		String baseUrl;
		try (ServerSocket socket = new ServerSocket(0)) {
			baseUrl = "http://127.0.0.1:" + socket.getLocalPort();
		}
		try (ConnectClient client = ClientFixture.client(baseUrl)) {
			ConnectApiException failure = ClientFixture.failure(client);
			assertThat(failure).isExactlyInstanceOf(ConnectUnavailableException.class)
				.hasMessageContaining("CreateSession to http://127.0.0.1:")
				.hasMessageContaining(" failed: ConnectException")
				.hasMessageContaining(failure.coordinationId().orElseThrow());
			assertThat(failure.isTransient()).isTrue();
			assertThat(failure.operation()).hasValue("CreateSession");
		}
	}

	static Stream<Named<RawServer.Script>> ends() {
		return Stream.of(Named.of("closed before the response", (server, connection, request) -> {
		}), Named.of("reset before the response", (server, connection, request) -> RawServer.reset(connection)),
				Named.of("reset in the body", (server, connection, request) -> {
					RawServer.responding(HEAD + "Content-Length: 500\r\n\r\n{\"a\"")
						.respond(server, connection, request);
					connection.getOutputStream().flush();
					RawServer.reset(connection);
				}), Named.of("closed in the head", RawServer.responding("HTTP/1.1 200 OK\r\nContent-Le")),
				Named.of("closed in the body", RawServer.responding(HEAD + "Content-Length: 500\r\n\r\n" + RESPONSE)),
				Named.of("closed in a chunk", RawServer.responding(HEAD + "Transfer-Encoding: chunked\r\n\r\nff\r\n{")),
				Named.of("no HTTP", RawServer.responding("220 mail.example ESMTP\r\n\r\n")),
				Named.of("status 000", RawServer.responding("HTTP/1.1 000 Odd\r\nContent-Length: 0\r\n\r\n")),
				Named.of("status 099", RawServer.responding("HTTP/1.1 099 Odd\r\nContent-Length: 0\r\n\r\n")),
				Named.of("odd length", RawServer.responding(HEAD + "Content-Length: many\r\n\r\n")),
				Named.of("negative length", RawServer.responding(HEAD + "Content-Length: -7\r\n\r\n")),
				Named.of("odd chunk", RawServer.responding(HEAD + "Transfer-Encoding: chunked\r\n\r\nzz\r\n")));
	}

	@ParameterizedTest
	@MethodSource("ends")
	void whenTheResponseIsIncompleteThenTheServerIsUnavailableAfterOneRequest(RawServer.Script script)
			throws IOException {
		try (RawServer server = RawServer.start(script);
				ConnectClient client = ClientFixture.client(server.baseUrl())) {
			ConnectApiException failure = ClientFixture.failure(client);
			assertThat(failure).isExactlyInstanceOf(ConnectUnavailableException.class);
			assertThat(failure.isTransient()).isTrue();
			assertThat(server.requests()).hasSize(1);
		}
	}

	@Test
	void whenTheServerDropsTheConnectionThenItIsUnavailableAfterOneRequest() {
		try (FakeConnectServer server = FakeConnectServer.builder().https(false).start();
				ConnectClient client = ClientFixture.client(server)) {
			ClientFixture.create(client);
			for (Fault fault : new Fault[] { Fault.drop(), Fault.dropResponse(), Fault.dropMidBody() }) {
				server.clearRequests();
				server.enqueue("CreateSession", fault);
				assertThat(ClientFixture.failure(client).isTransient()).isTrue();
				assertThat(server.requests()).hasSize(1);
			}
		}
	}

	static Stream<Named<RawServer.Script>> stalls() {
		return Stream.of(Named.of("nothing", (server, connection, request) -> server.isClosedWithin(60_000)),
				Named.of("half a head", stalling("HTTP/1.1 200 OK\r\nContent-")),
				Named.of("half a body", stalling(HEAD + "Content-Length: 500\r\n\r\n{")),
				Named.of("a dribbling head", dribbling("HTTP/1.1 200 OK\r\n", "X-A: b\r\n")),
				Named.of("a dribbling body", dribbling(HEAD + "\r\n", " ")));
	}

	@ParameterizedTest
	@MethodSource("stalls")
	void whenTheResponseStallsThenTheCallEndsAtTheTimeout(RawServer.Script script) throws IOException {
		try (RawServer server = RawServer.start(script);
				ConnectClient client = ClientFixture.withShortTimeout(server.baseUrl())) {
			long start = System.nanoTime();
			ConnectApiException failure = ClientFixture.failure(client);
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(ClientFixture.SHORT,
					Duration.ofSeconds(5));
			assertThat(failure).isExactlyInstanceOf(ConnectUnavailableException.class)
				.hasMessageContaining("no complete response within 400 ms");
			assertThat(failure.isTransient()).isTrue();
			assertThat(server.requests()).hasSize(1);
		}
	}

	@Test
	void whenInterimResponsesNeverEndThenTheCallEndsAtTheTimeout() throws IOException {
		RawServer.Script script = dribbling("", "HTTP/1.1 100 Continue\r\n\r\n");
		try (RawServer server = RawServer.start(script);
				ConnectClient client = ClientFixture.withShortTimeout(server.baseUrl())) {
			long start = System.nanoTime();
			assertThat(ClientFixture.failure(client).isTransient()).isTrue();
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
		}
	}

	@Test
	void whenTheTimeoutOfTheCallerIsShorterThenItApplies() throws IOException {
		try (RawServer server = RawServer.start(stalling(""));
				ConnectClient client = ClientFixture.client(server.baseUrl())) {
			assertThat(catchThrowableOfType(ConnectUnavailableException.class,
					() -> client.createSession(ClientFixture.CREDENTIALS, Duration.ofMillis(150))))
				.hasMessageContaining("within 150 ms");
		}
	}

	@Test
	void whenTheTimeoutOfTheCallerIsLongerThenTheResponseTimeoutApplies() throws IOException {
		try (RawServer server = RawServer.start(stalling(""));
				ConnectClient client = ClientFixture.withShortTimeout(server.baseUrl())) {
			assertThat(ClientFixture.failure(client)).hasMessageContaining("within 400 ms");
		}
	}

	@Test
	void whenTheBodyIsEndlessThenReadingEndsAtTheLimit() throws IOException {
		byte[] spaces = new byte[8192];
		Arrays.fill(spaces, (byte) ' ');
		try (RawServer server = RawServer.start((self, connection, request) -> {
			OutputStream out = connection.getOutputStream();
			out.write((HEAD + "\r\n").getBytes(StandardCharsets.US_ASCII));
			while (!self.isClosedWithin(0)) {
				out.write(spaces);
			}
		}); ConnectClient client = ClientFixture.client(server.baseUrl())) {
			assertTooLong(client);
			assertThat(server.requests()).hasSize(1);
		}
	}

	@Test
	void whenTheBodyIsTooLongThenTheResponseIsMalformed() {
		try (FakeConnectServer server = FakeConnectServer.builder().https(false).start();
				ConnectClient client = ClientFixture.client(server)) {
			server.enqueue("CreateSession", padded(64 * 1024), padded(64 * 1024 + 1));
			assertThat(ClientFixture.create(client).token().reveal()).isEqualTo("token");
			assertTooLong(client);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 401, 403 })
	void whenARejectionHasALongBodyThenTheLoginIsNotRepeated(int status) {
		try (FakeConnectServer server = FakeConnectServer.builder().https(false).start();
				ConnectClient client = ClientFixture.client(server)) {
			server.enqueue("CreateSession", padded(100_000).httpStatus(status));
			assertThat(ClientFixture.failure(client)).isExactlyInstanceOf(ConnectCredentialsRejectedException.class);
		}
	}

	private static Fault padded(int length) {
		String response = "{\"ResponseHeader\":{\"Status\":\"success\"},\"CreateSessionResult\":"
				+ ResponseFixture.RESULT + "}";
		return Fault.status(200).body("application/json", response + " ".repeat(length - response.length()));
	}

	private static void assertTooLong(ConnectClient client) {
		ConnectApiException failure = ClientFixture.failure(client);
		assertThat(failure).isExactlyInstanceOf(ConnectProtocolException.class).hasMessageContaining("65536 bytes");
		assertThat(failure.isTransient()).isTrue();
	}

	private static RawServer.Script stalling(String beginning) {
		return (server, connection, request) -> {
			RawServer.responding(beginning).respond(server, connection, request);
			server.isClosedWithin(60_000);
		};
	}

	private static RawServer.Script dribbling(String beginning, String part) {
		return (server, connection, request) -> {
			RawServer.responding(beginning).respond(server, connection, request);
			while (!server.isClosedWithin(20)) {
				RawServer.responding(part).respond(server, connection, request);
			}
		};
	}

}
