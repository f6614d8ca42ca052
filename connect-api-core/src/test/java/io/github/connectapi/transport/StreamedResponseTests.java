package io.github.connectapi.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;

import static io.github.connectapi.transport.TransportFixture.LONG;
import static io.github.connectapi.transport.TransportFixture.transport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Responses whose body is read from the connection.
 */
@Timeout(60)
class StreamedResponseTests {

	private static final Duration SHORT = Duration.ofMillis(300);

	@Test
	void whenTheBodyIsReadThenTheConnectionIsUsedAgain() throws IOException {
		try (LocalServer server = LocalServer.start(LocalServer.responding(LocalServer.OK));
				Transport transport = transport()) {
			for (int i = 0; i < 3; i++) {
				try (TransportResponse.Streamed response = get(transport, server, LONG)) {
					assertThat(response.status()).isEqualTo(200);
					assertThat(response.headers().getContentLength()).isEqualTo(2);
					assertThat(response.isEndCertain()).isTrue();
					assertThat(readAll(response)).isEqualTo("{}");
				}
			}
			assertThat(server.connections()).hasSize(1);
			assertThat(transport.activeConnections()).isZero();
		}
	}

	@Test
	void whenTheRequestIsSentThenItHasTheQueryAndNoBody() throws IOException {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.RANGE, "bytes=5-");
		try (LocalServer server = LocalServer.start(LocalServer.responding(LocalServer.OK));
				Transport transport = transport();
				TransportResponse.Streamed response = transport.get(uri(server), headers, LONG)) {
			assertThat(readAll(response)).isEqualTo("{}");
			assertThat(server.requests()).containsExactly("GET /file?key=%20a HTTP/1.1\r\nHost: 127.0.0.1:"
					+ server.port() + "\r\nUser-Agent: connect-api\r\nRange: bytes=5-\r\n\r\n");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
			"HTTP/1.1 206 Partial Content\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}" })
	void whenTheBodyHasAnEndThenItIsCertain(String text) throws IOException {
		try (LocalServer server = LocalServer.start(LocalServer.responding(text));
				Transport transport = transport();
				TransportResponse.Streamed response = get(transport, server, LONG)) {
			assertThat(response.isEndCertain()).isTrue();
			assertThat(readAll(response)).isEqualTo("{}");
		}
	}

	@Test
	void whenTheBodyOfPlainHttpHasNoLengthThenItsEndIsUncertain() throws IOException {
		try (LocalServer server = LocalServer.start((self, connection) -> {
			self.next(connection);
			self.write(connection, "HTTP/1.1 200 OK\r\n\r\n{}");
			connection.close();
		}); Transport transport = transport(); TransportResponse.Streamed response = get(transport, server, LONG)) {
			assertThat(response.isEndCertain()).isFalse();
			assertThat(readAll(response)).isEqualTo("{}");
		}
	}

	@Test
	void whenTheBodyEndsEarlyThenReadingFailsAndTheConnectionIsClosed() throws IOException {
		try (LocalServer server = LocalServer.start((self, connection) -> {
			self.next(connection);
			self.write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n{}");
			connection.close();
		}); Transport transport = transport(); TransportResponse.Streamed response = get(transport, server, LONG)) {
			assertThat(response.read(new byte[10])).isEqualTo(2);
			assertThatExceptionOfType(IOException.class).isThrownBy(() -> response.read(new byte[10]))
				.withMessage("ConnectionClosedException");
			assertThat(transport.activeConnections()).isZero();
			assertThat(transport.idleConnections()).isZero();
		}
	}

	@Test
	void whenThereIsNoHeadInTimeThenTheRequestFails() throws IOException {
		try (LocalServer server = LocalServer.start(LocalServer::next); Transport transport = transport()) {
			assertThatExceptionOfType(IOException.class).isThrownBy(() -> get(transport, server, SHORT))
				.withMessage("no data within 300 ms");
			assertThat(transport.activeConnections()).isZero();
		}
	}

	@Test
	void whenThereIsNoByteInTimeThenReadingFails() throws IOException {
		try (LocalServer server = LocalServer.start((self, connection) -> {
			self.next(connection);
			self.write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n{}");
		}); Transport transport = transport(); TransportResponse.Streamed response = get(transport, server, SHORT)) {
			assertThat(response.read(new byte[10])).isEqualTo(2);
			assertThatExceptionOfType(IOException.class).isThrownBy(() -> response.read(new byte[10]))
				.withMessage("no data within 300 ms");
		}
	}

	@Test
	void whenBytesArriveSlowlyThenTheWholeBodyMayTakeLonger() throws Exception {
		try (LocalServer server = LocalServer.start((self, connection) -> {
			self.next(connection);
			self.write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n");
			for (int i = 0; i < 8; i++) {
				sleep(100);
				self.write(connection, "x");
			}
		}); Transport transport = transport(); TransportResponse.Streamed response = get(transport, server, SHORT)) {
			assertThat(readAll(response)).isEqualTo("xxxxxxxx");
		}
	}

	@Test
	void whenTheCallerReadsSlowlyThenItsTimeDoesNotCount() throws Exception {
		try (LocalServer server = LocalServer.start(LocalServer.responding(LocalServer.OK));
				Transport transport = transport();
				TransportResponse.Streamed response = get(transport, server, SHORT)) {
			for (int i = 0; i < 2; i++) {
				sleep(400);
				assertThat(response.read(new byte[1])).isEqualTo(1);
			}
			sleep(400);
			assertThat(response.read(new byte[1])).isEqualTo(-1);
		}
	}

	@Test
	void whenClosedBeforeTheEndThenTheConnectionIsNotUsedAgain() throws IOException {
		try (LocalServer server = LocalServer.start(LocalServer.responding(LocalServer.OK));
				Transport transport = transport()) {
			get(transport, server, LONG).close();
			assertThat(transport.activeConnections()).isZero();
			assertThat(transport.idleConnections()).isZero();
			assertThat(readAll(get(transport, server, LONG))).isEqualTo("{}");
			assertThat(server.connections()).hasSize(2);
		}
	}

	@Test
	void whenTheTransportIsClosedThenReadingFails() throws Exception {
		try (LocalServer server = LocalServer.start((self, connection) -> {
			self.next(connection);
			self.write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n{}");
		}); Transport transport = transport(); TransportResponse.Streamed response = get(transport, server, LONG)) {
			assertThat(response.read(new byte[10])).isEqualTo(2);
			Caller caller = Caller.start(() -> String.valueOf(response.read(new byte[10])));
			sleep(100);
			transport.close();
			assertThat(caller.failure()).isInstanceOf(IOException.class).hasMessage("the client was closed");
		}
	}

	@Test
	void whenTheCallerIsInterruptedThenReadingFails() throws Exception {
		CountDownLatch reading = new CountDownLatch(1);
		try (LocalServer server = LocalServer.start((self, connection) -> {
			self.next(connection);
			self.write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n{}");
		}); Transport transport = transport()) {
			Caller caller = Caller.start(() -> {
				try (TransportResponse.Streamed response = get(transport, server, LONG)) {
					response.read(new byte[10]);
					reading.countDown();
					return String.valueOf(response.read(new byte[10]));
				}
			});
			reading.await();
			caller.thread().interrupt();
			assertThat(caller.failure()).isInstanceOf(InterruptedIOException.class);
			assertThat(caller.isInterrupted()).isTrue();
			assertThat(transport.activeConnections()).isZero();
		}
	}

	private static TransportResponse.Streamed get(Transport transport, LocalServer server, Duration timeout)
			throws IOException {
		return transport.get(uri(server), new HttpHeaders(), timeout);
	}

	private static URI uri(LocalServer server) {
		return URI.create("http://127.0.0.1:%d/file?key=%%20a".formatted(server.port()));
	}

	private static String readAll(TransportResponse.Streamed response) throws IOException {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		byte[] buffer = new byte[7];
		for (int count = response.read(buffer); count >= 0; count = response.read(buffer)) {
			content.write(buffer, 0, count);
		}
		return content.toString(StandardCharsets.ISO_8859_1);
	}

	private static void sleep(long millis) throws IOException {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			throw new InterruptedIOException();
		}
	}

}
