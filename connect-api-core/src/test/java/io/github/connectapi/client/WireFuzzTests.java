package io.github.connectapi.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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

import io.github.connectapi.ConnectApiException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Arbitrary bytes on the connection instead of an HTTP response. Each connection is
 * closed after them, so the test does not wait.
 */
class WireFuzzTests {

	private static final Duration DEADLINE = Duration.ofSeconds(10);

	private static RawServer server;

	private static ConnectClient client;

	private static volatile byte[] response;

	@BeforeAll
	static void start() throws IOException {
		server = RawServer.start((server, connection, request) -> connection.getOutputStream().write(response));
		client = ConnectClient.builder(BaseUrl.of(server.baseUrl())).responseTimeout(DEADLINE).build();
	}

	@AfterAll
	static void close() throws IOException {
		client.close();
		server.close();
	}

	static Stream<byte[]> responses() {
		String success = ResponseFixture.success(ResponseFixture.RESULT)
			.replace(",\"CoordinationId\":\"" + ResponseFixture.ID + "\"", "");
		return Stream
			.of(" 200 OK\r\nContent-Length: " + success.length() + "\r\n\r\n" + success,
					" 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(success.length()) + "\r\n"
							+ success + "\r\n0\r\n\r\n",
					" 200 OK\r\nContent-Length: 99\r\n\r\n{", " 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
					" 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n", " 099 \r\n\r\n", " 999 \r\n\r\n",
					" 302 Found\r\nLocation: http://127.0.0.1:1/\r\n\r\n", " 401 \r\nWWW-Authenticate: Basic\r\n\r\n",
					" 407 \r\nProxy-Authenticate: Basic realm=\"a\"\r\n\r\n", " 204 \r\nContent-Length: -1\r\n\r\n",
					" 403 \r\nX-Error-Detail: Over Rate\r\nRetry-After: 1\r\n\r\n", " 200\n\n", "", "\r\n")
			.map((text) -> text.getBytes(StandardCharsets.ISO_8859_1));
	}

	/** In the syntax of a libFuzzer dictionary. */
	@DictionaryEntries({ "Content-Length: ", "Transfer-Encoding: chunked", "\\x0D\\x0A", "Retry-After: ", "Location: ",
			"HTTP/1.1 ", "Connection: ", "Set-Cookie: ", "Content-Encoding: gzip" })
	@SuppressWarnings("try")
	@MethodSource("responses")
	@FuzzTest
	void whenArbitraryBytesAreReceivedThenThereIsASessionOrAConnectApiException(
			byte @NotNull @WithLength(max = 1500) [] bytes) {
		response = afterVersion(bytes);
		server.requests().clear();
		long start = System.nanoTime();
		try (SilentCloseable policy = BugDetectors.allowNetworkConnections(WireFuzzTests::isTheServer)) {
			Guarantees.session(ClientFixture.create(client));
		}
		catch (ConnectApiException ex) {
			Guarantees.failure(ex);
		}
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE);
		assertThat(server.requests()).hasSizeLessThanOrEqualTo(1);
	}

	/** The detector may receive the host name instead of the address. */
	private static boolean isTheServer(String host, int port) {
		return server.baseUrl().equals("http://" + host.replace("localhost", "127.0.0.1") + ":" + port);
	}

	private static byte[] afterVersion(byte[] bytes) {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		all.writeBytes("HTTP/1.1".getBytes(StandardCharsets.US_ASCII));
		all.writeBytes(bytes);
		return all.toByteArray();
	}

}
