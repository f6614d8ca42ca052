package io.github.connectapi.autoconfigure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLParameters;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.junit.FakeConnectExtension;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for mutual TLS with the key store of an SSL bundle.
 */
class MutualTlsBundleTests {

	@RegisterExtension
	static final FakeConnectExtension connect = new FakeConnectExtension();

	private static final HeldCertificate AUTHORITY = new HeldCertificate.Builder().certificateAuthority(0).build();

	private static final byte[] RESPONSE = """
			{"ResponseHeader":{"Status":"success"},
			 "CreateSessionResult":{"Token":"mutual","TokenDurationMinutes":30}}""".getBytes(StandardCharsets.US_ASCII);

	private final FakeConnectServer credentials = connect.server();

	private final AtomicInteger requests = new AtomicInteger();

	private HttpsServer server;

	@BeforeEach
	void start() throws IOException {
		HandshakeCertificates certificates = new HandshakeCertificates.Builder()
			.heldCertificate(
					new HeldCertificate.Builder().signedBy(AUTHORITY).addSubjectAlternativeName("127.0.0.1").build())
			.addTrustedCertificate(AUTHORITY.certificate())
			.build();
		this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
		this.server.setHttpsConfigurator(new HttpsConfigurator(certificates.sslContext()) {
			@Override
			public void configure(HttpsParameters parameters) {
				SSLParameters tls = getSSLContext().getDefaultSSLParameters();
				tls.setNeedClientAuth(true);
				parameters.setSSLParameters(tls);
			}
		});
		this.server.createContext("/", this::respond);
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@Test
	void whenTheBundleHasAKeyStoreThenItsCertificateIsSent() {
		HeldCertificate own = new HeldCertificate.Builder().signedBy(AUTHORITY).commonName("application").build();
		application()
			.withPropertyValues("spring.ssl.bundle.pem.getty.keystore.certificate=" + own.certificatePem(),
					"spring.ssl.bundle.pem.getty.keystore.private-key=" + own.privateKeyPkcs8Pem())
			.run((context) -> {
				var session = context.getBean(ConnectSessionManager.class).getSession();
				assertThat(session.token().reveal()).isEqualTo("mutual");
				assertThat(this.requests).hasValue(1);
			});
	}

	@Test
	void whenTheBundleHasNoKeyStoreThenTheServerReceivesNoRequest() {
		application().run((context) -> {
			assertThatExceptionOfType(ConnectUnavailableException.class)
				.isThrownBy(() -> context.getBean(ConnectSessionManager.class).getSession());
			assertThat(this.requests).hasValue(0);
		});
	}

	private ApplicationContextRunner application() {
		return FakeApplication.of(this.credentials)
			.withPropertyValues("getty.connect.base-url=https://127.0.0.1:" + this.server.getAddress().getPort(),
					"getty.connect.retry.max-attempts=1", "getty.connect.ssl.bundle=getty",
					"spring.ssl.bundle.pem.getty.truststore.certificate=" + AUTHORITY.certificatePem());
	}

	private void respond(HttpExchange exchange) throws IOException {
		this.requests.incrementAndGet();
		exchange.getRequestBody().readAllBytes();
		exchange.sendResponseHeaders(200, RESPONSE.length);
		exchange.getResponseBody().write(RESPONSE);
		exchange.close();
	}

}
