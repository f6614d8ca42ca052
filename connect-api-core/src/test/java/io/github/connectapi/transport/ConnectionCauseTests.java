package io.github.connectapi.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import javax.net.ssl.SSLException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.connectapi.SystemClock;

import static io.github.connectapi.transport.TransportFixture.LONG;
import static io.github.connectapi.transport.TransportFixture.exchange;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Message and cause of a failure to connect tell its kind and its step.
 */
@Timeout(60)
class ConnectionCauseTests {

	private final ProxySelector selector = ProxySelector.getDefault();

	@AfterEach
	void restore() {
		ProxySelector.setDefault(this.selector);
	}

	@Test
	void whenTheNameIsUnknownThenTheCauseSaysSo() {
		IOException failure = failure("https://connect.example.com", LONG, (host) -> {
			throw new UnknownHostException(host + ": Name or service not known");
		});
		assertThat(failure).hasMessage(
				"UnknownHostException: connect.example.com: Name or service not known, while looking up connect.example.com")
			.hasCauseExactlyInstanceOf(UnknownHostException.class);
	}

	@Test
	void whenTheConnectionIsRefusedThenTheCauseSaysSo() throws IOException {
		String url = "http://127.0.0.1:%s".formatted(unusedPort());
		assertThat(failure(url, LONG, InetAddress::getAllByName)).hasMessageStartingWith("ConnectException: ")
			.hasMessageContaining(", while connecting to 127.0.0.1:")
			.hasCauseExactlyInstanceOf(ConnectException.class);
	}

	@Test
	void whenAnIpv6AddressRefusesThenTheAddressIsNamed() throws IOException {
		String url = "http://[::1]:%s".formatted(unusedPort());
		assertThat(failure(url, LONG, InetAddress::getAllByName))
			.hasMessageContaining("while connecting to [0:0:0:0:0:0:0:1]:")
			.hasCauseInstanceOf(SocketException.class);
	}

	@Test
	void whenTheNetworkCannotBeReachedThenTheCauseSaysSo() {
		IOException failure = failure("https://connect.example.com", LONG, (host) -> {
			throw new NoRouteToHostException("No route to host");
		});
		assertThat(failure).hasMessageContaining("NoRouteToHostException: No route to host")
			.hasCauseExactlyInstanceOf(NoRouteToHostException.class);
	}

	@Test
	void whenTheLookupTakesTooLongThenTheMessageSaysSo() {
		CountDownLatch end = new CountDownLatch(1);
		IOException failure = failure("https://connect.example.com", Duration.ofMillis(100), (host) -> {
			try {
				end.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return new InetAddress[0];
		});
		end.countDown();
		assertThat(failure).hasMessage("no connection within 100 ms, while looking up connect.example.com")
			.hasCauseExactlyInstanceOf(SocketTimeoutException.class);
	}

	@Test
	void whenThereIsNoHandshakeInTimeThenTheMessageSaysSo() throws IOException {
		try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
			String url = "https://127.0.0.1:%s".formatted(silent.getLocalPort());
			assertThat(failure(url, Duration.ofMillis(200), InetAddress::getAllByName))
				.hasMessageStartingWith(
						"no connection within 200 ms, while performing the TLS handshake with 127.0.0.1:")
				.hasCauseExactlyInstanceOf(SocketTimeoutException.class);
		}
	}

	@Test
	void whenTheServerRefusesTheHandshakeThenTheCauseSaysSo() throws IOException {
		try (LocalServer plain = LocalServer.start((self, connection) -> {
			connection.getInputStream().read();
			self.write(connection, LocalServer.OK);
		})) {
			assertThat(failure("https://127.0.0.1:%s".formatted(plain.port()), LONG, InetAddress::getAllByName))
				.hasMessageContaining(", while performing the TLS handshake with 127.0.0.1:")
				.hasCauseInstanceOf(SSLException.class);
		}
	}

	@Test
	void whenTheConnectionIsResetInTheHandshakeThenTheMessageSaysSo() throws IOException {
		try (LocalServer resetting = LocalServer.start((self, connection) -> {
			connection.getInputStream().read();
			connection.setSoLinger(true, 0);
			connection.close();
		})) {
			assertThat(failure("https://127.0.0.1:%s".formatted(resetting.port()), LONG, InetAddress::getAllByName))
				.hasMessageContaining("reset")
				.hasMessageContaining(", while performing the TLS handshake with 127.0.0.1:")
				.hasCauseInstanceOf(SocketException.class);
		}
	}

	@Test
	void whenTheNameOfTheProxyIsUnknownThenTheProxyIsNamed() {
		select("proxy.example.com", 3128);
		assertThat(failure("https://connect.example.com", LONG, (host) -> {
			throw new UnknownHostException(host);
		})).hasMessage("UnknownHostException: proxy.example.com, while looking up the proxy proxy.example.com")
			.hasCauseExactlyInstanceOf(UnknownHostException.class);
	}

	@Test
	void whenTheProxyRefusesTheConnectionThenTheProxyIsNamed() throws IOException {
		select("127.0.0.1", unusedPort());
		assertThat(failure("https://connect.example.com", LONG, InetAddress::getAllByName))
			.hasMessageStartingWith("ConnectException: ")
			.hasMessageContaining(", while connecting to the proxy 127.0.0.1:")
			.hasCauseExactlyInstanceOf(ConnectException.class);
	}

	@Test
	void whenTheProxyClosesTheConnectionThenTheTunnelIsNamed() throws IOException {
		try (LocalServer proxy = LocalServer.start((self, connection) -> {
			connection.getInputStream().read(new byte[1000]);
			connection.close();
		})) {
			select("127.0.0.1", proxy.port());
			assertThat(failure("https://connect.example.com", LONG, InetAddress::getAllByName))
				.hasMessageContaining(", while opening a tunnel through the proxy 127.0.0.1");
		}
	}

	@Test
	void whenALogShowsOnlyTheRootCauseThenItShowsTheCaller() throws IOException {
		String url = "http://127.0.0.1:%s".formatted(unusedPort());
		Throwable cause = failure(url, LONG, InetAddress::getAllByName).getCause();
		assertThat(cause).hasNoCause();
		assertThat(cause.getStackTrace()).extracting(StackTraceElement::getMethodName)
			.contains("whenALogShowsOnlyTheRootCauseThenItShowsTheCaller");
	}

	private static IOException failure(String url, Duration connectTimeout, HostResolver.Lookup lookup) {
		try (Transport transport = new Transport(new TransportSettings(connectTimeout, null, null),
				HelperThreads.create(null), SystemClock.nanoTime(), lookup)) {
			return catchThrowableOfType(RequestNotSentException.class, () -> exchange(transport, url, LONG, true));
		}
	}

	private static void select(String host, int port) {
		ProxySelector.setDefault(
				ConnectorTests.proxies(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port))));
	}

	private static int unusedPort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

}
