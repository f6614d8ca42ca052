package io.github.connectapi.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;

import static io.github.connectapi.transport.TransportFixture.LONG;
import static io.github.connectapi.transport.TransportFixture.exchange;
import static io.github.connectapi.transport.TransportFixture.transport;
import static io.github.connectapi.transport.TransportFixture.url;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A caller is interrupted in each phase of an exchange. It ends alone: its flag is kept,
 * its connection is closed, and an idle connection of others remains.
 */
@Timeout(60)
class InterruptFaultTests {

	private static final String BEFORE = "interrupted before the request was sent";

	private static final String AFTER = "interrupted while waiting for the response";

	private final ProxySelector selector = ProxySelector.getDefault();

	private final Transport transport = transport(LONG, TlsFixture.TRUSTING);

	private LocalServer other;

	@BeforeEach
	void keepAConnection() throws IOException {
		this.other = LocalServer.start(LocalServer.responding(LocalServer.OK));
		exchange(this.transport, this.other);
	}

	@AfterEach
	void close() throws IOException {
		ProxySelector.setDefault(this.selector);
		this.transport.close();
		this.other.close();
	}

	@Test
	void whenConnectingThenNothingIsSent() throws Exception {
		List<SocketChannel> ahead = new ArrayList<>();
		try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			for (int i = 0; i < 5; i++) {
				SocketChannel connection = SocketChannel.open();
				ahead.add(connection);
				connection.configureBlocking(false);
				connection.connect(full.getLocalSocketAddress());
			}
			Caller caller = call("http://127.0.0.1:%d".formatted(full.getLocalPort()));
			caller.awaitWaiting();
			assertInterrupted(caller, BEFORE);
		}
		finally {
			for (SocketChannel connection : ahead) {
				connection.close();
			}
		}
	}

	@Test
	void whenInTheTlsHandshakeThenNothingIsSent() throws Exception {
		try (LocalServer silent = LocalServer.start(this::readToTheEnd)) {
			Caller caller = call(TlsFixture.url(silent));
			Caller.await(() -> silent.connections().size() == 1);
			caller.awaitWaiting();
			assertInterrupted(caller, BEFORE);
			assertEnds(silent);
		}
	}

	@Test
	void whenTheProxyDoesNotRespondThenNothingIsSent() throws Exception {
		try (LocalServer proxy = LocalServer.start(this::readToTheEnd)) {
			ProxySelector.setDefault(ConnectorTests
				.proxies(new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", proxy.port()))));
			Caller caller = call("https://connect.example.com");
			Caller.await(() -> proxy.connections().size() == 1);
			caller.awaitWaiting();
			assertInterrupted(caller, BEFORE);
			assertEnds(proxy);
			ProxySelector.setDefault(this.selector);
		}
	}

	@Test
	void whenSendingALargeRequestThenItIsNotCalledUnsent() throws Exception {
		CountDownLatch read = new CountDownLatch(1);
		try (LocalServer server = LocalServer.start((self, connection) -> {
			connection.getInputStream().read();
			read.countDown();
		})) {
			HttpHeaders headers = new HttpHeaders();
			headers.add("X-Key", "a".repeat(8_000_000));
			Caller caller = Caller.start(() -> exchange(this.transport, url(server), LONG, true, headers));
			read.await();
			assertInterrupted(caller, AFTER);
			readToTheEnd(server, server.connections().get(0));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "HTTP/1.1 200 OK\r\nX-", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{" })
	void whenReadingThenTheConnectionIsClosed(String part) throws Exception {
		CountDownLatch sent = new CountDownLatch(1);
		try (LocalServer server = LocalServer.start((self, connection) -> {
			self.next(connection);
			self.write(connection, part);
			sent.countDown();
		})) {
			Caller caller = call(url(server));
			sent.await();
			assertInterrupted(caller, AFTER);
			assertEnds(server);
		}
	}

	@Test
	void whenInterruptedAfterwardsThenTheConnectionIsKept() throws Exception {
		Caller caller = Caller.start(() -> {
			String result = exchange(this.transport, this.other);
			Thread.currentThread().interrupt();
			return result;
		});
		assertThat(caller.outcome()).isEqualTo("{}");
		assertOtherIsKept();
	}

	private Caller call(String url) {
		return Caller.start(() -> exchange(this.transport, url, LONG, true));
	}

	private void assertInterrupted(Caller caller, String message) throws Exception {
		caller.thread().interrupt();
		assertThat(caller.failure()).isInstanceOf(InterruptedIOException.class).hasMessage(message);
		assertThat(caller.isInterrupted()).isTrue();
		assertOtherIsKept();
	}

	private void assertOtherIsKept() throws IOException {
		ProxySelector.setDefault(this.selector);
		assertThat(exchange(this.transport, this.other)).isEqualTo("{}");
		assertThat(this.other.connections()).hasSize(1);
	}

	private void assertEnds(LocalServer server) throws Exception {
		Socket connection = server.connections().get(0);
		Caller.await(() -> isEnded(connection));
	}

	private static boolean isEnded(Socket connection) {
		try {
			connection.setSoTimeout(20_000);
			return connection.getInputStream().read() < 0;
		}
		catch (IOException ex) {
			return true;
		}
	}

	private void readToTheEnd(LocalServer server, Socket connection) throws IOException {
		try {
			connection.getInputStream().transferTo(OutputStream.nullOutputStream());
		}
		catch (SocketException ex) {
			// Reset by the client.
		}
	}

}
