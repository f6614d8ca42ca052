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
 * What a network can do: a typed failure that may pass, in time, after one request.
 */
@Timeout(60)
class ConnectionFaultTests {

	private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

	private static final String ANSWER = Reading.success(Reading.RESULT);

	@Test
	void whenTheConnectionIsRefusedThenTheServerIsUnavailable() throws IOException {
		String nobody;
		try (ServerSocket socket = new ServerSocket(0)) {
			nobody = "http://127.0.0.1:" + socket.getLocalPort();
		}
		try (ConnectClient client = Wire.client(nobody)) {
			ConnectApiException failure = Wire.failure(client);
			assertThat(failure).isExactlyInstanceOf(ConnectUnavailableException.class)
				.hasMessageContaining("CreateSession got no answer from http://127.0.0.1:")
				.hasMessageContaining(": ConnectException")
				.hasMessageContaining(failure.coordinationId().orElseThrow());
			assertThat(failure.isTransient()).isTrue();
			assertThat(failure.operation()).hasValue("CreateSession");
		}
	}

	static Stream<Named<RawServer.Script>> ends() {
		return Stream.of(Named.of("closed before the answer", (server, connection, request) -> {
		}), Named.of("reset before the answer", (server, connection, request) -> RawServer.reset(connection)),
				Named.of("reset in the body", (server, connection, request) -> {
					RawServer.answering(HEAD + "Content-Length: 500\r\n\r\n{\"a\"").answer(server, connection, request);
					connection.getOutputStream().flush();
					RawServer.reset(connection);
				}), Named.of("closed in the head", RawServer.answering("HTTP/1.1 200 OK\r\nContent-Le")),
				Named.of("closed in the body", RawServer.answering(HEAD + "Content-Length: 500\r\n\r\n" + ANSWER)),
				Named.of("closed in a chunk", RawServer.answering(HEAD + "Transfer-Encoding: chunked\r\n\r\nff\r\n{")),
				Named.of("no HTTP", RawServer.answering("220 mail.example ESMTP\r\n\r\n")),
				Named.of("status 000", RawServer.answering("HTTP/1.1 000 Odd\r\nContent-Length: 0\r\n\r\n")),
				Named.of("status 099", RawServer.answering("HTTP/1.1 099 Odd\r\nContent-Length: 0\r\n\r\n")),
				Named.of("odd length", RawServer.answering(HEAD + "Content-Length: many\r\n\r\n")),
				Named.of("negative length", RawServer.answering(HEAD + "Content-Length: -7\r\n\r\n")),
				Named.of("odd chunk", RawServer.answering(HEAD + "Transfer-Encoding: chunked\r\n\r\nzz\r\n")));
	}

	@ParameterizedTest
	@MethodSource("ends")
	void whenTheAnswerIsBrokenOffThenTheServerIsUnavailableAfterOneRequest(RawServer.Script script) throws IOException {
		try (RawServer server = RawServer.start(script); ConnectClient client = Wire.client(server.baseUrl())) {
			ConnectApiException failure = Wire.failure(client);
			assertThat(failure).isExactlyInstanceOf(ConnectUnavailableException.class);
			assertThat(failure.isTransient()).isTrue();
			assertThat(server.requests()).hasSize(1);
		}
	}

	@Test
	void whenTheServerDropsTheConnectionThenItIsUnavailableAfterOneRequest() {
		try (FakeConnectServer server = FakeConnectServer.builder().https(false).start();
				ConnectClient client = Wire.client(server)) {
			Wire.create(client);
			for (Fault fault : new Fault[] { Fault.drop(), Fault.dropResponse(), Fault.dropMidBody() }) {
				server.clearRequests();
				server.enqueue("CreateSession", fault);
				assertThat(Wire.failure(client).isTransient()).isTrue();
				assertThat(server.requests()).hasSize(1);
			}
		}
	}

	static Stream<Named<RawServer.Script>> stalls() {
		return Stream.of(Named.of("nothing", (server, connection, request) -> server.isClosedWithin(60_000)),
				Named.of("half a head", stalling("HTTP/1.1 200 OK\r\nContent-")),
				Named.of("half a body", stalling(HEAD + "Content-Length: 500\r\n\r\n{")),
				Named.of("a dripping head", dripping("HTTP/1.1 200 OK\r\n", "X-A: b\r\n")),
				Named.of("a dripping body", dripping(HEAD + "\r\n", " ")));
	}

	@ParameterizedTest
	@MethodSource("stalls")
	void whenTheAnswerStallsThenTheTimeoutEndsIt(RawServer.Script script) throws IOException {
		try (RawServer server = RawServer.start(script); ConnectClient client = Wire.impatient(server.baseUrl())) {
			long start = System.nanoTime();
			ConnectApiException failure = Wire.failure(client);
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Wire.SHORT, Duration.ofSeconds(5));
			assertThat(failure).isExactlyInstanceOf(ConnectUnavailableException.class)
				.hasMessageContaining("no complete answer within 400 ms");
			assertThat(failure.isTransient()).isTrue();
			assertThat(server.requests()).hasSize(1);
		}
	}

	@Test
	void whenInterimAnswersNeverEndThenTheyAreNotWaitedForLongerThanTheTimeout() throws IOException {
		RawServer.Script script = dripping("", "HTTP/1.1 100 Continue\r\n\r\n");
		try (RawServer server = RawServer.start(script); ConnectClient client = Wire.impatient(server.baseUrl())) {
			long start = System.nanoTime();
			assertThat(Wire.failure(client).isTransient()).isTrue();
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
		}
	}

	@Test
	void whenTheCallerHasLessTimeThenThatEndsIt() throws IOException {
		try (RawServer server = RawServer.start(stalling("")); ConnectClient client = Wire.client(server.baseUrl())) {
			assertThat(catchThrowableOfType(ConnectUnavailableException.class,
					() -> client.createSession(Wire.CREDENTIALS, Duration.ofMillis(150))))
				.hasMessageContaining("within 150 ms");
		}
	}

	@Test
	void whenTheCallerHasMoreTimeThenTheResponseTimeoutEndsIt() throws IOException {
		try (RawServer server = RawServer.start(stalling(""));
				ConnectClient client = Wire.impatient(server.baseUrl())) {
			assertThat(Wire.failure(client)).hasMessageContaining("within 400 ms");
		}
	}

	@Test
	void whenTheBodyIsEndlessThenItIsNotReadToItsEnd() throws IOException {
		byte[] spaces = new byte[8192];
		Arrays.fill(spaces, (byte) ' ');
		try (RawServer server = RawServer.start((self, connection, request) -> {
			OutputStream out = connection.getOutputStream();
			out.write((HEAD + "\r\n").getBytes(StandardCharsets.US_ASCII));
			while (!self.isClosedWithin(0)) {
				out.write(spaces);
			}
		}); ConnectClient client = Wire.client(server.baseUrl())) {
			assertTooLong(client);
			assertThat(server.requests()).hasSize(1);
		}
	}

	@Test
	void whenTheBodyIsTooLongThenTheAnswerIsBroken() {
		try (FakeConnectServer server = FakeConnectServer.builder().https(false).start();
				ConnectClient client = Wire.client(server)) {
			server.enqueue("CreateSession", padded(64 * 1024), padded(64 * 1024 + 1));
			assertThat(Wire.create(client).token().reveal()).isEqualTo("token");
			assertTooLong(client);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 401, 403 })
	void whenALongPageComesUnderARejectionThenTheLoginIsNotRepeated(int status) {
		try (FakeConnectServer server = FakeConnectServer.builder().https(false).start();
				ConnectClient client = Wire.client(server)) {
			server.enqueue("CreateSession", padded(100_000).httpStatus(status));
			assertThat(Wire.failure(client)).isExactlyInstanceOf(ConnectCredentialsRejectedException.class);
		}
	}

	private static Fault padded(int length) {
		String answer = "{\"ResponseHeader\":{\"Status\":\"success\"},\"CreateSessionResult\":" + Reading.RESULT + "}";
		return Fault.status(200).body("application/json", answer + " ".repeat(length - answer.length()));
	}

	private static void assertTooLong(ConnectClient client) {
		ConnectApiException failure = Wire.failure(client);
		assertThat(failure).isExactlyInstanceOf(ConnectProtocolException.class).hasMessageContaining("65536 bytes");
		assertThat(failure.isTransient()).isTrue();
	}

	private static RawServer.Script stalling(String beginning) {
		return (server, connection, request) -> {
			RawServer.answering(beginning).answer(server, connection, request);
			server.isClosedWithin(60_000);
		};
	}

	private static RawServer.Script dripping(String beginning, String drop) {
		return (server, connection, request) -> {
			RawServer.answering(beginning).answer(server, connection, request);
			while (!server.isClosedWithin(20)) {
				RawServer.answering(drop).answer(server, connection, request);
			}
		};
	}

}
