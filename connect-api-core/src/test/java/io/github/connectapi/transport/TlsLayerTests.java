package io.github.connectapi.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.connectapi.transport.TransportFixture.LONG;
import static io.github.connectapi.transport.TransportFixture.exchange;
import static io.github.connectapi.transport.TransportFixture.transport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(60)
class TlsLayerTests {

	private static final HeldCertificate AUTHORITY = new HeldCertificate.Builder().certificateAuthority(0).build();

	private static final SSLContext SERVING = new HandshakeCertificates.Builder()
		.heldCertificate(
				new HeldCertificate.Builder().signedBy(AUTHORITY).addSubjectAlternativeName("127.0.0.1").build())
		.build()
		.sslContext();

	private static final ConnectTls TRUSTING = ConnectTls
		.of(new HandshakeCertificates.Builder().addTrustedCertificate(AUTHORITY.certificate()).build().sslContext());

	@ParameterizedTest
	@ValueSource(strings = { "TLSv1.2", "TLSv1.3" })
	void whenExchangesFollowEachOtherThenOneConnectionIsUsed(String protocol) throws IOException {
		String body = "a".repeat(900);
		String response = "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n" + body;
		try (LocalServer server = server(protocol, LocalServer.responding(response));
				Transport transport = transport(LONG, TRUSTING)) {
			for (int i = 0; i < 3; i++) {
				assertThat(exchange(transport, url(server), LONG, i > 0)).isEqualTo(body);
			}
			assertThat(server.connections()).hasSize(1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "TLSv1.2", "TLSv1.3" })
	void whenTheServerEndsABodyWithoutLengthThenOnlyWithAnAnnouncementItIsComplete(String protocol) throws IOException {
		LocalServer.Script announced = (self, connection) -> {
			self.next(connection);
			self.write(connection, "HTTP/1.1 200 OK\r\n\r\n{}");
			connection.close();
		};
		try (LocalServer server = server(protocol, announced); Transport transport = transport(LONG, TRUSTING)) {
			assertThat(exchange(transport, url(server), LONG, true)).isEqualTo("{}");
		}
		try (Cut server = new Cut(protocol, "HTTP/1.1 200 OK\r\n\r\n{}");
				Transport transport = transport(LONG, TRUSTING)) {
			assertThatExceptionOfType(IOException.class)
				.isThrownBy(() -> exchange(transport, "https://127.0.0.1:" + server.port(), LONG, true))
				.withMessageContaining("SSL");
		}
	}

	@Test
	void whenTheServerRequestsARenegotiationThenTheExchangeFails() throws IOException {
		try (LocalServer server = server("TLSv1.2", (self, connection) -> {
			self.next(connection);
			((SSLSocket) connection).startHandshake();
			self.write(connection, LocalServer.OK);
		}); Transport transport = transport(LONG, TRUSTING)) {
			assertThatExceptionOfType(IOException.class).isThrownBy(() -> exchange(transport, url(server), LONG, true))
				.withMessage("SSLException: the server requested a renegotiation");
		}
	}

	@Test
	void whenTheTransportIsClosedThenTheServerIsNotified() throws Exception {
		CountDownLatch notified = new CountDownLatch(1);
		try (LocalServer server = server("TLSv1.3", (self, connection) -> {
			LocalServer.responding(LocalServer.OK).serve(self, connection);
			notified.countDown();
		})) {
			Transport transport = transport(LONG, TRUSTING);
			exchange(transport, url(server), LONG, true);
			transport.close();
			notified.await();
		}
	}

	@Test
	void whenATrustManagerHangsThenTheConnectTimeoutHolds() throws Exception {
		CountDownLatch released = new CountDownLatch(1);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, new TrustManager[] { new CallbackTrustManager(() -> awaitUninterruptibly(released)) }, null);
		try (LocalServer server = server("TLSv1.3", LocalServer::next);
				Transport transport = transport(Duration.ofMillis(300), ConnectTls.of(context))) {
			assertThatExceptionOfType(RequestNotSentException.class)
				.isThrownBy(() -> exchange(transport, url(server), LONG, true))
				.withMessageStartingWith("no connection within 300 ms, while performing the TLS handshake with");
			assertThat(server.requests()).isEmpty();
		}
		finally {
			released.countDown();
		}
	}

	@Test
	void whenTheSupplierOfTlsSettingsHangsThenOthersAndCloseDoNotWait() throws Exception {
		CountDownLatch released = new CountDownLatch(1);
		AtomicBoolean hanging = new AtomicBoolean();
		CountDownLatch hung = new CountDownLatch(1);
		try (LocalServer server = server("TLSv1.3", LocalServer.responding(LocalServer.OK));
				Transport transport = transport(() -> {
					if (hanging.getAndSet(false)) {
						hung.countDown();
						awaitUninterruptibly(released);
					}
					return TRUSTING;
				}, null)) {
			assertThat(exchange(transport, url(server), LONG, true)).isEqualTo("{}");
			hanging.set(true);
			Caller waiting = Caller.start(() -> exchange(transport, url(server), Duration.ofMillis(200), true));
			hung.await();
			assertThat(exchange(transport, url(server), LONG, true)).isEqualTo("{}");
			transport.close();
			released.countDown();
			assertThat(waiting.failure()).isInstanceOf(RequestNotSentException.class);
			assertThat(server.requests()).hasSize(2);
		}
		finally {
			released.countDown();
		}
	}

	@Test
	void whenTheSupplierReturnsOtherSettingsThenTheNextExchangeUsesThem() throws IOException {
		AtomicReference<ConnectTls> settings = new AtomicReference<>(TRUSTING);
		try (LocalServer server = server("TLSv1.3", LocalServer.responding(LocalServer.OK));
				Transport transport = transport(settings::get, null)) {
			exchange(transport, url(server), LONG, true);
			settings.set(ConnectTls.of(TRUSTING.context()));
			exchange(transport, url(server), LONG, true);
			exchange(transport, url(server), LONG, true);
			assertThat(server.connections()).hasSize(2);
			settings.set(null);
			assertThatExceptionOfType(RequestNotSentException.class)
				.isThrownBy(() -> exchange(transport, url(server), LONG, true))
				.withMessageStartingWith("SSLHandshakeException");
		}
	}

	@Test
	void whenTheSupplierThrowsThenTheFailureSaysSo() throws IOException {
		try (Transport transport = transport(() -> {
			throw new IllegalStateException("expected");
		}, null)) {
			assertThatExceptionOfType(RequestNotSentException.class)
				.isThrownBy(() -> exchange(transport, "https://127.0.0.1:1/", LONG, true))
				.withMessage("invalid TLS settings: IllegalStateException: expected");
		}
	}

	@ParameterizedTest
	@ValueSource(classes = { NoClassDefFoundError.class, StackOverflowError.class, AssertionError.class })
	void whenATrustManagerThrowsAnErrorThenTheExchangeFails(Class<? extends Error> type) throws Exception {
		Error error = type.getDeclaredConstructor().newInstance();
		try (LocalServer server = server("TLSv1.3", LocalServer::next);
				Transport transport = transport(LONG, throwing(error))) {
			assertThatExceptionOfType(RequestNotSentException.class)
				.isThrownBy(() -> exchange(transport, url(server), LONG, true))
				.withMessageStartingWith("%s, while performing the TLS handshake", type.getSimpleName());
		}
	}

	@Test
	void whenTheHeapIsExhaustedThenTheErrorIsUnchangedAndTheConnectionIsClosed() throws Exception {
		Error error = new OutOfMemoryError("Java heap space");
		CountDownLatch closed = new CountDownLatch(1);
		try (LocalServer server = server("TLSv1.3", (self, connection) -> {
			try {
				self.next(connection);
			}
			finally {
				closed.countDown();
			}
		}); Transport transport = transport(LONG, throwing(error))) {
			assertThatThrownBy(() -> exchange(transport, url(server), LONG, true)).isSameAs(error);
			closed.await();
		}
	}

	@Test
	void whenParametersAreGivenThenTheyAreKeptAndHostNamesAreVerified() throws Exception {
		SSLParameters parameters = new SSLParameters(new String[] { "TLS_AES_128_GCM_SHA256" },
				new String[] { "TLSv1.3", "TLSv1.1" });
		parameters.setMaximumPacketSize(2048);
		parameters.setEnableRetransmissions(false);
		SSLEngine engine = ConnectTls.createEngine(new ConnectTls(TRUSTING.context(), parameters),
				new Target(true, "connect.example.com", 443));
		assertThat(engine.getEnabledProtocols()).containsExactly("TLSv1.3");
		assertThat(engine.getEnabledCipherSuites()).containsExactly("TLS_AES_128_GCM_SHA256");
		SSLParameters used = engine.getSSLParameters();
		assertThat(used.getEndpointIdentificationAlgorithm()).isEqualTo("HTTPS");
		assertThat(used.getMaximumPacketSize()).isEqualTo(2048);
		assertThat(used.getEnableRetransmissions()).isFalse();
		assertThat(parameters.getEndpointIdentificationAlgorithm()).isNull();
		assertThat(engine.getUseClientMode()).isTrue();
	}

	@Test
	void whenOnlyObsoleteProtocolsArePermittedThenThereIsNoEngine() {
		SSLParameters parameters = new SSLParameters(null, new String[] { "TLSv1.1", "TLSv1" });
		assertThatExceptionOfType(IOException.class)
			.isThrownBy(() -> ConnectTls.createEngine(new ConnectTls(TRUSTING.context(), parameters),
					new Target(true, "connect.example.com", 443)))
			.withMessage("the TLS settings permit no version from TLS 1.2 on");
	}

	private static ConnectTls throwing(Error error) throws Exception {
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, new TrustManager[] { new CallbackTrustManager(() -> {
			throw error;
		}) }, null);
		return ConnectTls.of(context);
	}

	private static void awaitUninterruptibly(CountDownLatch latch) {
		// Bounded, because a timeout of JUnit cannot end it either.
		for (int i = 0; i < 30_000 && latch.getCount() > 0; i++) {
			LockSupport.parkNanos(1_000_000);
		}
	}

	private static String url(LocalServer server) {
		return "https://127.0.0.1:%d/v1/a".formatted(server.port());
	}

	private static LocalServer server(String protocol, LocalServer.Script script) throws IOException {
		SSLServerSocket socket = (SSLServerSocket) SERVING.getServerSocketFactory()
			.createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
		socket.setEnabledProtocols(new String[] { protocol });
		return LocalServer.start(socket, script);
	}

	/** Server that ends the TCP connection without announcing it in TLS. */
	private static final class Cut implements AutoCloseable {

		private final LocalServer server;

		Cut(String protocol, String response) throws IOException {
			this.server = LocalServer.start((self, plain) -> {
				SSLSocket connection = (SSLSocket) SERVING.getSocketFactory().createSocket(plain, null, true);
				connection.setUseClientMode(false);
				connection.setEnabledProtocols(new String[] { protocol });
				self.next(connection);
				self.write(connection, response);
				plain.shutdownOutput();
			});
		}

		int port() {
			return this.server.port();
		}

		@Override
		public void close() throws IOException {
			this.server.close();
		}

	}

	private static final class CallbackTrustManager implements X509TrustManager {

		private final Runnable callback;

		CallbackTrustManager(Runnable callback) {
			this.callback = callback;
		}

		@Override
		public void checkClientTrusted(X509Certificate[] chain, String type) {
		}

		@Override
		public void checkServerTrusted(X509Certificate[] chain, String type) {
			this.callback.run();
		}

		@Override
		public X509Certificate[] getAcceptedIssuers() {
			return new X509Certificate[0];
		}

	}

}
