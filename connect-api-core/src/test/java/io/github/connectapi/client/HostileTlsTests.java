package io.github.connectapi.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectUnavailableException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No request is sent before the TLS handshake completes, and the deadline includes the
 * handshake.
 */
@Timeout(60)
class HostileTlsTests {

	private static final Duration DEADLINE = Duration.ofMillis(200);

	private static final Duration GRACE = Duration.ofSeconds(3);

	/** A ServerHello of TLS 1.1, and an alert that ends a handshake. */
	private static final String TLS_1_1 = "16030200 2a 02000026 0302" + "00".repeat(32) + "00 c013 00";

	private static final String ALERT = "1503030002 0228";

	static Stream<Arguments> handshakes() {
		return withOperations(
				Stream.of(HostileServer.down("hangs", (server, connection, request) -> server.isClosedWithin(60_000)),
						HostileServer.down("dribbles", (server, connection, request) -> {
							connection.getOutputStream().write(bytes("160303 4000 0200 3ffc"));
							while (!server.isClosedWithin(10)) {
								connection.getOutputStream().write(0);
							}
						}), HostileServer.down("closes", (server, connection, request) -> {
						}), HostileServer.down("resets", (server, connection, request) -> RawServer.reset(connection)),
						HostileServer.down("speaks HTTP", "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"),
						HostileServer.down("speaks TLS 1.1 only", responding(TLS_1_1)),
						HostileServer.down("alerts", responding(ALERT)),
						HostileServer.down("sends zeros", responding("00".repeat(100)))));
	}

	@ParameterizedTest(name = "{0}, {1}")
	@MethodSource("handshakes")
	void whenTheHandshakeDoesNotCompleteThenOnlyAClientHelloIsSent(HostileServer hostile, SessionOperation operation)
			throws IOException {
		ByteArrayOutputStream received = new ByteArrayOutputStream();
		try (RawServer server = RawServer.startUnread((self, connection, request) -> {
			received.write(hello(connection.getInputStream()));
			hostile.script().respond(self, connection, request);
		}); ConnectClient client = client(server.baseUrl())) {
			assertDownInTime(client, operation);
			assertThat(server.connections()).isOne();
			assertThat(received.toString(StandardCharsets.ISO_8859_1)).doesNotContain("POST", "Password", "fake-");
		}
	}

	@ParameterizedTest
	@EnumSource
	void whenConnectingHangsThenTheCallEndsAtTheDeadline(SessionOperation operation) throws IOException {
		try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
				ConnectClient client = client("https://127.0.0.1:" + full.getLocalPort())) {
			List<Socket> queued = new ArrayList<>();
			for (int i = 0; i < 2; i++) {
				queued.add(new Socket(full.getInetAddress(), full.getLocalPort()));
			}
			assertDownInTime(client, operation);
			for (Socket socket : queued) {
				socket.close();
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void whenTheConnectionIsRefusedThenTheServerIsDown(SessionOperation operation) throws IOException {
		ServerSocket closed = new ServerSocket(0);
		closed.close();
		try (ConnectClient client = client("https://127.0.0.1:" + closed.getLocalPort())) {
			assertDownInTime(client, operation);
		}
	}

	private static void assertDownInTime(ConnectClient client, SessionOperation operation) {
		long start = System.nanoTime();
		ConnectApiException failure = ClientFixture.failure(client, operation);
		Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
		assertThat(failure).isExactlyInstanceOf(ConnectUnavailableException.class);
		assertThat(failure.isTransient()).isTrue();
		assertThat(elapsed).isLessThan(DEADLINE.plus(GRACE));
		Measurements.count("exchanges with hostile servers", 1);
		Measurements.max("milliseconds after the deadline without TLS", elapsed.minus(DEADLINE).toMillis());
	}

	private static ConnectClient client(String baseUrl) {
		return ConnectClient.builder(BaseUrl.of(baseUrl)).responseTimeout(DEADLINE).build();
	}

	private static byte[] hello(InputStream in) throws IOException {
		byte[] head = in.readNBytes(5);
		return (head.length < 5) ? head : in.readNBytes((head[3] & 0xff) << 8 | head[4] & 0xff);
	}

	private static RawServer.Script responding(String hex) {
		return (server, connection, request) -> connection.getOutputStream().write(bytes(hex));
	}

	private static byte[] bytes(String hex) {
		return HexFormat.of().parseHex(hex.replace(" ", ""));
	}

	private static Stream<Arguments> withOperations(Stream<HostileServer> modes) {
		return modes
			.flatMap((mode) -> Stream.of(SessionOperation.values()).map((operation) -> Arguments.of(mode, operation)));
	}

}
