package io.github.connectapi.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;

import static io.github.connectapi.transport.TransportFixture.LONG;
import static io.github.connectapi.transport.TransportFixture.exchange;
import static io.github.connectapi.transport.TransportFixture.transport;
import static io.github.connectapi.transport.TransportFixture.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Responses that end, stall or lie: the exchange fails in time, its connection is closed
 * and the next exchange succeeds on another one.
 */
@Timeout(60)
class ResponseFaultTests {

	private static final Duration SHORT = Duration.ofMillis(100);

	private static final String HEAD = "HTTP/1.1 200 OK\r\n";

	private static final String CHUNKS = HEAD + "Transfer-Encoding: chunked\r\n\r\n";

	static Stream<Arguments> faults() {
		return Stream.concat(onConnection(Stream.concat(ends(), lies()), false),
				onConnection(Stream.of(ends(), lies(), stalls()).flatMap((faults) -> faults), true));
	}

	private static Stream<Arguments> onConnection(Stream<Arguments> faults, boolean kept) {
		return faults.map((fault) -> Arguments.of(fault.get()[0], fault.get()[1], fault.get()[2], kept));
	}

	private static Stream<Arguments> ends() {
		return Stream
			.of("", "HTTP/1.1 2", HEAD + "Content-Le", HEAD + "Content-Length: 5\r\n\r\nab", CHUNKS + "5\r\nab",
					CHUNKS + "2\r\n{}\r\n0\r\nX-A")
			.flatMap((part) -> Stream.of(fault("closed after: " + part, LONG, (server, connection) -> {
				server.write(connection, part);
				connection.shutdownOutput();
			}), fault("reset after: " + part, LONG, (server, connection) -> {
				server.write(connection, part);
				connection.setSoLinger(true, 0);
				connection.close();
			})));
	}

	private static Stream<Arguments> lies() {
		return Stream
			.of("HTTP/1.1 100 Continue\r\n\r\n".repeat(50) + LocalServer.OK,
					CHUNKS + "2\r\n{}\r\n0\r\n" + "X-A: b\r\n".repeat(500) + "\r\n", CHUNKS + "1\r\n{}\r\n0\r\n\r\n",
					HEAD + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}", HEAD + "X-A: b\r\n".repeat(500) + "\r\n",
					"HTTP/1.1 2x0 OK\r\n\r\n", HEAD + "no colon\r\n\r\n")
			.map((bytes) -> fault("malformed: " + bytes.substring(0, Math.min(70, bytes.length())), LONG,
					(server, connection) -> server.write(connection, bytes)));
	}

	private static Stream<Arguments> stalls() {
		return Stream.of(fault("nothing", SHORT, (server, connection) -> {
		}), stall(HEAD + "Content-Length: 50\r\n\r\n{}"), stall(CHUNKS + "ff\r\n{}\r\n0\r\n\r\n"),
				dribble("HTTP/1.1 200 "), dribble(HEAD + "\r\n"));
	}

	@ParameterizedTest(name = "{0}, on a kept connection: {3}")
	@MethodSource("faults")
	void whenTheResponseIsFaultyThenOnlyThatExchangeFails(String name, Duration timeout, LocalServer.Script fault,
			boolean kept) throws Exception {
		CountDownLatch ended = new CountDownLatch(1);
		try (LocalServer server = LocalServer.start((self, connection) -> {
			if (self.connections().size() > 1) {
				LocalServer.responding(LocalServer.OK).serve(self, connection);
				return;
			}
			if (kept) {
				self.next(connection);
				self.write(connection, LocalServer.OK);
			}
			self.next(connection);
			try {
				fault.serve(self, connection);
				self.next(connection);
			}
			finally {
				ended.countDown();
			}
		}); Transport transport = transport()) {
			if (kept) {
				exchange(transport, server);
			}
			IOException failure = catchThrowableOfType(IOException.class,
					() -> exchange(transport, url(server), timeout, true));
			assertThat(failure).isNotNull().isNotInstanceOf(RequestNotSentException.class);
			assertThat(ended.await(20, TimeUnit.SECONDS)).as("the connection was closed").isTrue();
			assertThat(exchange(transport, server)).isEqualTo("{}");
			assertThat(server.connections()).hasSize(2);
			assertThat(server.requests()).hasSize(kept ? 3 : 2);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "HTTP/1.1 204 None\r\n\r\n", "HTTP/1.1 304 None\r\nContent-Length: 38\r\n\r\n",
			"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", CHUNKS + "0\r\n\r\n" })
	void whenABodyFollowsAResponseWithoutOneThenItIsNotTheNextResponse(String response) throws Exception {
		String stray = HEAD + "Content-Length: 5\r\n\r\nstray";
		for (boolean secure : new boolean[] { false, true }) {
			CountDownLatch sent = new CountDownLatch(1);
			LocalServer.Script script = (self, connection) -> {
				if (self.connections().size() > 1) {
					LocalServer.responding(LocalServer.OK).serve(self, connection);
				}
				// Otherwise the second part waits until the client acknowledges the
				// first.
				connection.setTcpNoDelay(true);
				self.next(connection);
				self.write(connection, response);
				self.write(connection, stray);
				sent.countDown();
				self.next(connection);
			};
			try (LocalServer server = secure ? TlsFixture.server("TLSv1.3", script) : LocalServer.start(script);
					Transport transport = transport(LONG, TlsFixture.TRUSTING)) {
				String url = secure ? TlsFixture.url(server) : url(server);
				assertThat(exchange(transport, url, LONG, true)).isEmpty();
				sent.await();
				assertThat(exchange(transport, url, LONG, true)).isEqualTo("{}");
				assertThat(server.connections()).hasSize(2);
			}
		}
	}

	@Test
	void whenTheServerRespondsBeforeItReadsTheBodyThenTheExchangeFailsInTime() throws Exception {
		assertLargeRequestFails(Duration.ofSeconds(1), (server, connection) -> {
			connection.getInputStream().read();
			server.write(connection, LocalServer.OK);
		});
	}

	@Test
	void whenTheServerClosesDuringSendingThenTheExchangeFails() throws Exception {
		assertLargeRequestFails(LONG, (server, connection) -> {
			connection.getInputStream().read();
			server.write(connection, LocalServer.OK);
			connection.close();
		});
	}

	private static void assertLargeRequestFails(Duration timeout, LocalServer.Script script) throws IOException {
		try (LocalServer server = LocalServer.start((self, connection) -> {
			if (self.connections().size() > 1) {
				LocalServer.responding(LocalServer.OK).serve(self, connection);
			}
			script.serve(self, connection);
		}); Transport transport = transport()) {
			HttpHeaders headers = new HttpHeaders();
			headers.add("X-Key", "a".repeat(8_000_000));
			IOException failure = catchThrowableOfType(IOException.class,
					() -> exchange(transport, url(server), timeout, true, headers));
			assertThat(failure).isNotNull().isNotInstanceOf(RequestNotSentException.class);
			assertThat(exchange(transport, server)).isEqualTo("{}");
			assertThat(server.connections()).hasSize(2);
		}
	}

	private static Arguments stall(String bytes) {
		return fault("stalled after: " + bytes, SHORT, (server, connection) -> server.write(connection, bytes));
	}

	private static Arguments dribble(String bytes) {
		return fault("dribble after: " + bytes, SHORT, (server, connection) -> {
			server.write(connection, bytes);
			OutputStream out = connection.getOutputStream();
			dribble(connection, out);
		});
	}

	private static void dribble(Socket connection, OutputStream out) throws IOException {
		try {
			connection.setSoTimeout(10);
			while (true) {
				out.write(' ');
				try {
					connection.getInputStream().read();
					return;
				}
				catch (SocketTimeoutException ex) {
					// The client is still there.
				}
			}
		}
		finally {
			connection.setSoTimeout(0);
		}
	}

	private static Arguments fault(String name, Duration timeout, LocalServer.Script script) {
		return Arguments.of(name.replaceAll("[\\r\\n]+", " "), timeout, script);
	}

}
