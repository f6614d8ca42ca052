package io.github.connectapi.client;

import java.io.IOException;

import javax.net.ssl.SSLContext;

import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.Secret;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;
import io.github.connectapi.transport.ConnectTls;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Exchanges through the proxy of the JVM, with a host that the local machine cannot
 * resolve.
 */
@Timeout(60)
class ProxyTests {

	private static final String HOST = "connect.example.com";

	private static final HeldCertificate AUTHORITY = new HeldCertificate.Builder().certificateAuthority(0).build();

	private static final SSLContext SERVING = new HandshakeCertificates.Builder()
		.heldCertificate(new HeldCertificate.Builder().signedBy(AUTHORITY).addSubjectAlternativeName(HOST).build())
		.build()
		.sslContext();

	private static final ConnectTls TRUSTING = ConnectTls
		.of(new HandshakeCertificates.Builder().addTrustedCertificate(AUTHORITY.certificate()).build().sslContext());

	private RawServer server;

	@BeforeEach
	void start() throws IOException {
		this.server = RawServer.startTls(SERVING, "TLSv1.3", (server, connection, request) -> RawServer
			.ok("{\"ResponseHeader\":{\"Status\":\"success\"},\"CreateSessionResult\":" + ResponseFixture.RESULT + "}")
			.respond(server, connection, request));
	}

	@AfterEach
	void close() throws IOException {
		System.clearProperty("https.proxyHost");
		System.clearProperty("https.proxyPort");
		this.server.close();
	}

	@Test
	void whenTheServerItselfRequiresALoginThenItIsNotTheProxy() {
		try (FakeConnectServer server = FakeConnectServer.start();
				ConnectClient client = ClientFixture.client(server)) {
			server.always("CreateSession", Fault.status(407));
			ConnectApiException failure = ClientFixture.failure(client);
			assertThat(failure.isTransient()).isFalse();
			assertThat(failure).hasMessageContaining("failed with HTTP 407").hasMessageNotContaining("proxy");
		}
	}

	@Test
	void whenTheJvmHasAProxyThenItReceivesATunnelRequestAndNoSecret() throws IOException {
		try (TunnelingProxy proxy = through(TunnelingProxy.to(this.server.port())); ConnectClient client = client()) {
			assertThat(ClientFixture.create(client).token().reveal()).isEqualTo("token");
			assertThat(proxy.received()).startsWith("CONNECT connect.example.com:443 HTTP/1.1\r\n")
				.containsOnlyOnce("CONNECT ")
				.doesNotContain("fake-", "POST", "Password", "X-Key");
		}
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void whenACustomizerSetsProxyAuthorizationThenOnlyTheProxyReceivesIt() throws IOException {
		try (TunnelingProxy proxy = through(TunnelingProxy.to(this.server.port()));
				ConnectClient client = client(
						(builder) -> builder.defaultHeader("Proxy-Authorization", "Bearer proxy-key"))) {
			assertThat(ClientFixture.create(client).token().reveal()).isEqualTo("token");
			assertThat(proxy.received()).containsIgnoringCase("\r\nProxy-Authorization: Bearer proxy-key\r\n");
		}
		assertThat(this.server.requests()).singleElement()
			.satisfies((request) -> assertThat(request.head()).doesNotContain("proxy-key"));
	}

	@Test
	void whenTheLoginIsConfiguredThenOnlyTheProxyReceivesIt() throws IOException {
		try (TunnelingProxy proxy = through(TunnelingProxy.to(this.server.port()));
				ConnectClient client = ConnectClient.builder(BaseUrl.of("https://" + HOST))
					.responseTimeout(ClientFixture.LONG)
					.tls(() -> TRUSTING)
					.proxyCredentials("proxy-user", Secret.of("proxy-password"))
					.build()) {
			assertThat(ClientFixture.create(client).token().reveal()).isEqualTo("token");
			assertThat(proxy.received())
				.containsOnlyOnce("\r\nProxy-Authorization: Basic cHJveHktdXNlcjpwcm94eS1wYXNzd29yZA==\r\n");
		}
		assertThat(this.server.requests()).singleElement()
			.satisfies((request) -> assertThat(request.head()).doesNotContain("Proxy-Authorization"));
	}

	@ParameterizedTest
	@EnumSource
	void whenTheProxyRequiresAuthenticationThenItsResponseIsNotUsed(SessionOperation operation) throws IOException {
		String body = ResponseFixture.error(operation, "InvalidUsernameOrPassword").replace(ResponseFixture.ID, "");
		try (TunnelingProxy proxy = through(
				TunnelingProxy.rejecting("HTTP/1.1 407 Login\r\nProxy-Authenticate: Basic\r\n" + "Content-Length: "
						+ body.length() + "\r\n\r\n" + body));
				ConnectClient client = client()) {
			ConnectApiException failure = ClientFixture.failure(client, operation);
			assertThat(failure).isExactlyInstanceOf(ConnectUnavailableException.class)
				.hasMessageContaining("the proxy requires authentication");
			assertThat(failure.isTransient()).isTrue();
			assertThat(proxy.received()).containsOnlyOnce("CONNECT ").doesNotContain("fake-", "POST");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n",
			"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 502 Bad\r\n\r\n", "nonsense\r\n\r\n", "" })
	void whenTheProxyRejectsTheTunnelThenTheServerIsUnavailable(String response) throws IOException {
		try (TunnelingProxy proxy = through(TunnelingProxy.rejecting(response)); ConnectClient client = client()) {
			ConnectApiException failure = ClientFixture.failure(client);
			assertThat(failure).isExactlyInstanceOf(ConnectUnavailableException.class);
			assertThat(failure.isTransient()).isTrue();
			assertThat(proxy.received()).doesNotContain("fake-", "POST");
		}
	}

	private static TunnelingProxy through(TunnelingProxy proxy) {
		System.setProperty("https.proxyHost", "127.0.0.1");
		System.setProperty("https.proxyPort", String.valueOf(proxy.port()));
		return proxy;
	}

	private static ConnectClient client(ConnectClientCustomizer... customizers) {
		ConnectClientBuilder builder = ConnectClient.builder(BaseUrl.of("https://" + HOST))
			.responseTimeout(ClientFixture.LONG)
			.tls(() -> TRUSTING);
		for (ConnectClientCustomizer customizer : customizers) {
			builder.customizer(customizer);
		}
		return builder.build();
	}

}
