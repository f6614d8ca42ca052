package io.github.connectapi.test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.code_intelligence.jazzer.api.SilentCloseable;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.code_intelligence.jazzer.mutation.annotation.WithLength;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fuzz test of the server with arbitrary bytes on a connection. The client closes its
 * output afterwards, so that an incomplete request remains incomplete.
 */
class SocketFuzzTests {

	private static final int READ_TIMEOUT = 10_000;

	private static FakeConnectServer server;

	@BeforeAll
	static void start() {
		server = FakeConnectServer.builder().https(false).start();
	}

	@AfterAll
	static void close() {
		server.close();
	}

	static Stream<byte[]> requests() {
		String body = RawClient.createSessionBody("fake-user", "fake-user-password");
		return Stream
			.of(post("Content-Length: " + body.length(), body), post("Content-Length: 0", ""),
					post("Content-Length: -1", body), post("Content-Length: 99999", body),
					post("Transfer-Encoding: x", ""), post("Transfer-Encoding: chunked", "2\r\n{}\r\n0\r\n\r\n"),
					post("Transfer-Encoding: chunked", "ffffffffff\r\n{}"), post("Expect: 100-continue", ""),
					"GET / HTTP/1.1\r\n\r\n", "GET http://[ HTTP/1.1\r\n\r\n", "GET  HTTP/1.0\r\n\r\n", "\r\n\r\n", "",
					"\0")
			.map((text) -> text.getBytes(StandardCharsets.ISO_8859_1));
	}

	private static String post(String header, String body) {
		return "POST /v1/session/CreateSession HTTP/1.1\r\nHost: a\r\n" + header + "\r\n\r\n" + body;
	}

	/** Dictionary entries have the syntax of libFuzzer. */
	@DictionaryEntries({ "POST ", "GET ", " HTTP/1.1\\x0D\\x0A", "Content-Length: ", "Transfer-Encoding: chunked",
			"\\x0D\\x0A", "Expect: 100-continue", "/v1/session/RenewSession", "Connection: close" })
	@SuppressWarnings("try")
	@MethodSource("requests")
	@FuzzTest
	void whenBytesAreArbitraryThenServerRespondsOrClosesConnection(byte @NotNull @WithLength(max = 1500) [] bytes)
			throws IOException {
		try (SilentCloseable policy = BugDetectors.allowNetworkConnections()) {
			assertThat(send(bytes)).matches("(?s)|HTTP/1\\.1 [1-5]\\d\\d .*");
		}
	}

	private static String send(byte[] bytes) throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(server.baseUrl()).getPort())) {
			socket.setSoTimeout(READ_TIMEOUT);
			socket.getOutputStream().write(bytes);
			socket.shutdownOutput();
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
		}
	}

}
