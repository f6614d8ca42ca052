package io.github.connectapi.transport;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.http.HttpHeaders;

import io.github.connectapi.Secret;

import static io.github.connectapi.transport.TransportFixture.LONG;
import static io.github.connectapi.transport.TransportFixture.exchange;
import static io.github.connectapi.transport.TransportFixture.transport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(60)
class ProxyTunnelTests {

	private static final String LOGIN_REQUIRED = "HTTP/1.1 407 Login\r\nProxy-Authenticate: Basic realm=\"a\"\r\n"
			+ "Content-Length: 0\r\n\r\n";

	private final ProxySelector selector = ProxySelector.getDefault();

	@AfterEach
	void restore() {
		ProxySelector.setDefault(this.selector);
		Authenticator.setDefault(null);
	}

	@Test
	void whenTheProxyRequiresALoginThenThatOfTheJvmIsSentInConnectOnly() throws IOException {
		login("proxy-user", "proxy-password");
		try (LocalServer proxy = LocalServer.start((self, connection) -> {
			String request = self.next(connection);
			if (request.contains("Proxy-Authorization: Basic cHJveHktdXNlcjpwcm94eS1wYXNzd29yZA==\r\n")) {
				self.write(connection, "HTTP/1.1 200 OK\r\n\r\n");
				connection.getInputStream().read();
				connection.close();
			}
			else {
				self.write(connection, LOGIN_REQUIRED);
			}
		}); Transport transport = through(proxy)) {
			assertThatExceptionOfType(RequestNotSentException.class)
				.isThrownBy(() -> exchange(transport, "https://connect.example.com/v1", LONG, true))
				.withMessageNotContaining("407");
			assertThat(proxy.requests()).hasSize(2)
				.allMatch((request) -> request
					.startsWith("CONNECT connect.example.com:443 HTTP/1.1\r\nHost: connect.example.com:443\r\n"));
		}
	}

	@Test
	void whenTheLoginIsRejectedThenItIsSentOnce() throws IOException {
		login("proxy-user", "canary");
		try (LocalServer proxy = LocalServer.start(LocalServer.responding(LOGIN_REQUIRED));
				Transport transport = through(proxy)) {
			assertAuthenticationRequired(transport);
			assertThat(proxy.requests()).hasSize(2);
		}
	}

	@Test
	void whenThereIsNoLoginThenTheFailureSaysSo() throws IOException {
		try (LocalServer proxy = LocalServer.start(LocalServer.responding(LOGIN_REQUIRED));
				Transport transport = through(proxy)) {
			assertAuthenticationRequired(transport);
			assertThat(proxy.requests()).hasSize(1);
		}
	}

	@Test
	void whenTheProxyAcceptsNoBasicLoginThenNoneIsSent() throws IOException {
		login("proxy-user", "canary");
		try (LocalServer proxy = LocalServer.start(LocalServer.responding(LOGIN_REQUIRED.replace("Basic", "NTLM")));
				Transport transport = through(proxy)) {
			assertAuthenticationRequired(transport);
			assertThat(proxy.requests()).hasSize(1);
		}
	}

	@Test
	void whenTheLoginIsConfiguredThenItIsSentToTheProxyOnly() throws IOException {
		Secret login = Secret.of("Basic Y29uZmlndXJlZA==");
		try (LocalServer proxy = LocalServer.start(LocalServer.responding(LocalServer.OK))) {
			select(httpProxy(proxy.port()));
			try (Transport transport = transport(() -> null, login)) {
				exchange(transport, "http://connect.example.com/v1/a", LONG, true);
				assertThatExceptionOfType(IOException.class)
					.isThrownBy(() -> exchange(transport, "https://connect.example.com/v1", LONG, true));
			}
			assertThat(proxy.requests()).hasSize(2)
				.allMatch((request) -> request.contains("\r\nProxy-Authorization: Basic Y29uZmlndXJlZA==\r\n"));
		}
		ProxySelector.setDefault(null);
		try (LocalServer server = LocalServer.start(LocalServer.responding(LocalServer.OK));
				Transport transport = transport(() -> null, login)) {
			exchange(transport, TransportFixture.url(server), LONG, true);
			assertThat(server.requests()).singleElement().asString().doesNotContain("Proxy-Authorization");
		}
	}

	@Test
	void whenAProxyCannotBeReachedThenTheNextOneIsUsed() throws IOException {
		List<SocketAddress> failed = new ArrayList<>();
		Proxy refusing = httpProxy(unusedPort());
		Proxy socks = new Proxy(Proxy.Type.SOCKS, new InetSocketAddress("127.0.0.1", 1));
		try (LocalServer proxy = LocalServer.start(LocalServer.responding(LocalServer.OK));
				Transport transport = transport()) {
			ProxySelector.setDefault(ConnectorTests.proxies(failed, socks, refusing, httpProxy(proxy.port())));
			assertThat(exchange(transport, "http://connect.example.com/v1/a", LONG, true)).isEqualTo("{}");
			assertThat(failed).containsExactly(refusing.address());
		}
	}

	@Test
	void whenNoProxyCanBeReachedThenTheConnectionIsDirectIfPermitted() throws IOException {
		try (LocalServer server = LocalServer.start(LocalServer.responding(LocalServer.OK));
				Transport transport = transport()) {
			Proxy refusing = httpProxy(unusedPort());
			select(refusing, Proxy.NO_PROXY);
			assertThat(exchange(transport, server)).isEqualTo("{}");
			assertThat(server.requests()).singleElement().asString().startsWith("POST /v1/a HTTP/1.1");
			select(refusing);
			assertThatExceptionOfType(RequestNotSentException.class)
				.isThrownBy(() -> exchange(transport, "http://connect.example.com/v1/a", LONG, true))
				.withMessageStartingWith("ConnectException");
		}
	}

	@Test
	void whenAProxyRefusesTheTunnelThenNoOtherIsTried() throws IOException {
		try (LocalServer proxy = LocalServer.start(LocalServer.responding("HTTP/1.1 403 no\r\n\r\n"));
				LocalServer other = LocalServer.start(LocalServer.responding(LocalServer.OK));
				Transport transport = transport()) {
			select(httpProxy(proxy.port()), httpProxy(other.port()), Proxy.NO_PROXY);
			assertThatExceptionOfType(RequestNotSentException.class)
				.isThrownBy(() -> exchange(transport, "https://connect.example.com/v1", LONG, true))
				.withMessageStartingWith("the proxy refused to open a tunnel (HTTP 403), while");
			assertThat(other.connections()).isEmpty();
		}
	}

	@Test
	void whenTheProxyRefusesThenItsStatusIsNamed() throws IOException {
		try (LocalServer proxy = LocalServer.start(LocalServer.responding("HTTP/1.1 403 canary\r\n\r\n"));
				Transport transport = through(proxy)) {
			assertThatExceptionOfType(RequestNotSentException.class)
				.isThrownBy(() -> exchange(transport, "https://connect.example.com/v1", LONG, true))
				.withMessageStartingWith("the proxy refused to open a tunnel (HTTP 403), while");
		}
	}

	@Test
	void whenPlainHttpIsForwardedThenTheRequestTargetIsAbsolute() throws IOException {
		HttpHeaders headers = new HttpHeaders();
		headers.add("Proxy-Authorization", "Bearer proxy-key");
		try (LocalServer proxy = LocalServer.start(LocalServer.responding(LocalServer.OK));
				Transport transport = through(proxy)) {
			String url = "http://connect.example.com/v1/a";
			assertThat(exchange(transport, url, LONG, true, headers)).isEqualTo("{}");
			assertThat(exchange(transport, url, LONG, true)).isEqualTo("{}");
			assertThat(proxy.connections()).hasSize(1);
			assertThat(proxy.requests()).allMatch((request) -> request
				.startsWith("POST http://connect.example.com/v1/a HTTP/1.1\r\nHost: connect.example.com\r\n"));
			assertThat(proxy.requests().get(0)).contains("Proxy-Authorization: Bearer proxy-key\r\n");
		}
	}

	@Test
	void whenThereIsNoProxyThenNoProxyAuthorizationIsSent() throws IOException {
		HttpHeaders headers = new HttpHeaders();
		headers.add("Proxy-Authorization", "Bearer proxy-key");
		try (LocalServer server = LocalServer.start(LocalServer.responding(LocalServer.OK));
				Transport transport = transport()) {
			exchange(transport, TransportFixture.url(server), LONG, true, headers);
			assertThat(server.requests()).singleElement().asString().doesNotContain("proxy-key");
		}
	}

	@Test
	void whenTheSelectorReturnsNothingThenThereIsNoProxy() throws IOException {
		ProxySelector.setDefault(null);
		assertThat(ProxyTunnel.select(new Target(true, "connect.example.com", 443))).containsExactly(Proxy.NO_PROXY);
		ProxySelector.setDefault(ConnectorTests.proxies(Proxy.NO_PROXY));
		assertThat(ProxyTunnel.select(new Target(true, "connect.example.com", 443))).containsExactly(Proxy.NO_PROXY);
	}

	private static void assertAuthenticationRequired(Transport transport) {
		assertThatExceptionOfType(RequestNotSentException.class)
			.isThrownBy(() -> exchange(transport, "https://connect.example.com/v1", LONG, true))
			.withMessageStartingWith("the proxy requires authentication (HTTP 407), while");
	}

	private static Transport through(LocalServer proxy) {
		select(httpProxy(proxy.port()));
		return transport();
	}

	private static void select(Proxy... proxies) {
		ProxySelector.setDefault(ConnectorTests.proxies(proxies));
	}

	private static Proxy httpProxy(int port) {
		return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("127.0.0.1", port));
	}

	private static int unusedPort() throws IOException {
		try (ServerSocket closed = new ServerSocket(0)) {
			return closed.getLocalPort();
		}
	}

	private static void login(String user, String password) {
		List<Authenticator.RequestorType> proxiesOnly = List.of(Authenticator.RequestorType.PROXY);
		Authenticator.setDefault(new Authenticator() {
			@Override
			protected PasswordAuthentication getPasswordAuthentication() {
				return proxiesOnly.contains(getRequestorType())
						? new PasswordAuthentication(user, password.toCharArray()) : null;
			}
		});
	}

}
