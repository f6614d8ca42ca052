package io.github.connectapi.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509TrustManager;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.connectapi.SystemClock;

import static io.github.connectapi.transport.TransportFixture.LONG;
import static io.github.connectapi.transport.TransportFixture.exchange;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Code of others that hangs and ignores interrupts, twice: its callers wait until their
 * deadline or until the transport is closed, and others do not wait.
 */
@Timeout(60)
class HangingCodeTests {

	private static final Duration SHORT = Duration.ofMillis(200);

	private final ProxySelector selector = ProxySelector.getDefault();

	private final CountDownLatch released = new CountDownLatch(1);

	private final AtomicInteger hangs = new AtomicInteger();

	@AfterEach
	void restore() {
		ProxySelector.setDefault(this.selector);
		this.released.countDown();
	}

	@ParameterizedTest
	@EnumSource
	void whenCodeHangsThenOnlyItsOwnCallersWait(Code code) throws Exception {
		try (LocalServer other = LocalServer.start(LocalServer.responding(LocalServer.OK));
				LocalServer server = server();
				Transport transport = transport(code)) {
			String url = "https://%s:%d/".formatted((code == Code.NAME_SERVER) ? "connect.example.com" : "127.0.0.1",
					server.port());
			Caller first = Caller.start(() -> exchange(transport, url, SHORT, true));
			Caller.await(() -> this.hangs.get() == 1);
			assertThat(exchange(transport, other)).isEqualTo("{}");
			assertThat(first.failure()).isInstanceOf(RequestNotSentException.class)
				.hasMessageContaining("within 200 ms");
			Caller second = Caller.start(() -> exchange(transport, url, LONG, true));
			second.awaitWaiting();
			if (code != Code.NAME_SERVER) {
				Caller.await(() -> this.hangs.get() == 2);
				assertThat(exchange(transport, TlsFixture.url(server), LONG, true)).isEqualTo("{}");
			}
			assertThat(exchange(transport, other)).isEqualTo("{}");
			transport.close();
			assertThat(second.failure()).hasMessage("the client was closed");
			this.released.countDown();
			for (Socket connection : server.connections()) {
				Caller.await(() -> isEnded(connection));
			}
			assertThat(server.requests()).hasSizeLessThanOrEqualTo(1);
		}
	}

	private Transport transport(Code code) throws Exception {
		if (code == Code.PROXY_SELECTOR) {
			ProxySelector.setDefault(new HangingSelector());
		}
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(new KeyManager[] { new HangingKeyManager(code == Code.KEY_MANAGER) },
				new TrustManager[] { new HangingTrustManager(code == Code.TRUST_MANAGER) }, null);
		ConnectTls tls = ConnectTls.of(context);
		return new Transport(new TransportSettings(LONG, () -> tls, null), HelperThreads.create(null),
				SystemClock.nanoTime(), (host) -> {
					hang(code == Code.NAME_SERVER && !host.equals("127.0.0.1"));
					return new InetAddress[] { InetAddress.getByName("127.0.0.1") };
				});
	}

	private static LocalServer server() throws IOException {
		SSLServerSocket socket = (SSLServerSocket) TlsFixture.SERVING.getServerSocketFactory()
			.createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
		socket.setWantClientAuth(true);
		return LocalServer.start(socket, LocalServer.responding(LocalServer.OK));
	}

	/** Hang during the first two calls. */
	private void hang(boolean enabled) {
		if (enabled && this.hangs.incrementAndGet() <= 2) {
			Caller.awaitUninterruptibly(this.released);
		}
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

	enum Code {

		NAME_SERVER, PROXY_SELECTOR, TRUST_MANAGER, KEY_MANAGER

	}

	private final class HangingSelector extends ProxySelector {

		@Override
		public List<Proxy> select(URI uri) {
			hang(uri.getScheme().equals("https"));
			return List.of(Proxy.NO_PROXY);
		}

		@Override
		public void connectFailed(URI uri, SocketAddress address, IOException failure) {
		}

	}

	private final class HangingTrustManager implements X509TrustManager {

		private final boolean enabled;

		HangingTrustManager(boolean enabled) {
			this.enabled = enabled;
		}

		@Override
		public void checkClientTrusted(X509Certificate[] chain, String type) {
		}

		@Override
		public void checkServerTrusted(X509Certificate[] chain, String type) {
			hang(this.enabled);
		}

		@Override
		public X509Certificate[] getAcceptedIssuers() {
			return new X509Certificate[0];
		}

	}

	private final class HangingKeyManager extends X509ExtendedKeyManager {

		private final boolean enabled;

		HangingKeyManager(boolean enabled) {
			this.enabled = enabled;
		}

		@Override
		public @Nullable String chooseEngineClientAlias(String[] types, Principal[] issuers, SSLEngine engine) {
			hang(this.enabled);
			return null;
		}

		@Override
		public String[] getClientAliases(String type, Principal[] issuers) {
			return new String[0];
		}

		@Override
		public @Nullable String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
			return null;
		}

		@Override
		public String[] getServerAliases(String type, Principal[] issuers) {
			return new String[0];
		}

		@Override
		public @Nullable String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
			return null;
		}

		@Override
		public X509Certificate @Nullable [] getCertificateChain(String alias) {
			return null;
		}

		@Override
		public @Nullable PrivateKey getPrivateKey(String alias) {
			return null;
		}

	}

}
