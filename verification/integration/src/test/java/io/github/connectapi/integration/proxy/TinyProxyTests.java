package io.github.connectapi.integration.proxy;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.autoconfigure.GettyConnectAutoConfiguration;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.rest.ConnectRestAccess;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.test.Fault;
import io.github.connectapi.transport.ConnectTls;
import okhttp3.tls.Certificates;
import okhttp3.tls.HandshakeCertificates;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Exchanges through a real proxy, which the selector of the JVM names. Skipped if
 * tinyproxy is not installed.
 */
@Timeout(60)
class TinyProxyTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	/** "proxy-user:proxy-password" in Base64. */
	private static final String LOGIN = "Proxy-Authorization: Basic cHJveHktdXNlcjpwcm94eS1wYXNzd29yZA==";

	private final @Nullable ProxySelector selector = ProxySelector.getDefault();

	private final FakeConnectServer server = FakeConnectServer.start();

	@TempDir
	private Path directory;

	@AfterEach
	void restore() {
		ProxySelector.setDefault(this.selector);
		Authenticator.setDefault(null);
		this.server.close();
	}

	@Test
	void whenTheServerIsSecureThenTheProxySeesNoSecret() throws Exception {
		try (TinyProxy proxy = TinyProxy.start(this.directory);
				RecordingRelay relay = use(RecordingRelay.to(proxy.address()));
				ConnectClient client = secureClient(LONG)) {
			ConnectSession session = createSession(client);
			assertThat(this.server.accepts(session.token().reveal())).isTrue();
			assertThat(this.server.requests()).singleElement().satisfies((request) -> {
				assertThat(request.https()).isTrue();
				assertThat(request.header("Via")).isNull();
			});
			assertThat(relay.received()).startsWith("CONNECT " + this.server.secureBaseUrl().substring(8) + " HTTP/1.1")
				.containsOnlyOnce("CONNECT ")
				.doesNotContain("POST", session.token().reveal(), FakeConnectServerBuilder.USER_PASSWORD);
		}
	}

	@Test
	void whenRestApiIsCalledThenTheProxySeesNoCredentials() throws Exception {
		try (TinyProxy proxy = TinyProxy.start(this.directory);
				RecordingRelay relay = use(RecordingRelay.to(proxy.address()));
				ConnectClient client = secureClient(LONG);
				ConnectSessionManager sessions = ConnectSessionManager
					.builder(client,
							() -> ConnectCredentials.of(FakeConnectServerBuilder.SYSTEM_ID,
									FakeConnectServerBuilder.SYSTEM_PASSWORD, FakeConnectServerBuilder.USER_NAME,
									FakeConnectServerBuilder.USER_PASSWORD))
					.build();
				ConnectRestAccess access = ConnectRestAccess.builder(client, sessions, FakeConnectServerBuilder.API_KEY)
					.baseUrl(client.baseUrl())
					.build()) {
			RestClient rest = RestClient.builder().apply(access).build();
			rest.get().uri("/v3/search/images/creative?phrase=tree").exchange((request, response) -> "any response");
			assertThat(this.server.requests("SearchImagesCreative")).singleElement().satisfies((request) -> {
				assertThat(request.https()).isTrue();
				assertThat(request.header("Api-Key")).isNotNull();
			});
			assertThat(relay.received()).contains("CONNECT ")
				.doesNotContain("GET", FakeConnectServerBuilder.API_KEY, sessions.getSession().token().reveal());
		}
	}

	@Test
	void whenTheServerIsNotSecureThenTheProxyForwardsTheRequest() throws Exception {
		try (TinyProxy proxy = TinyProxy.start(this.directory);
				RecordingRelay relay = use(RecordingRelay.to(proxy.address()));
				ConnectClient client = client(LONG)) {
			assertThat(this.server.accepts(createSession(client).token().reveal())).isTrue();
			assertThat(relay.received())
				.startsWith("POST %s/v1/session/CreateSession HTTP/1.1\r\n".formatted(this.server.baseUrl()));
			assertThat(this.server.requests()).singleElement()
				.satisfies((request) -> assertThat(request.header("Via")).contains("tinyproxy"));
		}
	}

	@Test
	void whenTheProxyRequiresALoginThenThatOfTheJvmIsSentToTheProxyOnly() throws Exception {
		login("proxy-password");
		try (TinyProxy proxy = TinyProxy.start(this.directory, "BasicAuth proxy-user proxy-password");
				RecordingRelay relay = use(RecordingRelay.to(proxy.address()));
				ConnectClient client = secureClient(LONG)) {
			assertThat(this.server.accepts(createSession(client).token().reveal())).isTrue();
			assertThat(relay.received()).containsOnlyOnce(LOGIN);
			assertThat(this.server.requests()).singleElement()
				.satisfies((request) -> assertThat(request.header("Proxy-Authorization")).isNull());
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void whenTheLoginIsAPropertyThenItIsSentToTheProxyOnly(boolean secure) throws Exception {
		try (TinyProxy proxy = TinyProxy.start(this.directory, "BasicAuth proxy-user proxy-password");
				RecordingRelay relay = use(RecordingRelay.to(proxy.address()))) {
			application(secure).run((context) -> {
				ConnectSession session = context.getBean(ConnectSessionManager.class).getSession();
				assertThat(this.server.accepts(session.token().reveal())).isTrue();
				assertThat(relay.received()).containsOnlyOnce(LOGIN);
				assertThat(this.server.requests()).singleElement().satisfies((request) -> {
					assertThat(request.https()).isEqualTo(secure);
					assertThat(request.header("Proxy-Authorization")).isNull();
				});
			});
		}
	}

	/**
	 * The request of a tunnel with a wrong password is rejected with 401, unlike others.
	 */
	@ParameterizedTest
	@CsvSource({ "wrong, true, the proxy refused to open a tunnel (HTTP 401)",
			", true, the proxy requires authentication (HTTP 407)",
			"proxy-password, false, the proxy requires authentication (HTTP 407)" })
	void whenTheProxyAcceptsNoLoginThenTheFailureSaysSo(@Nullable String password, boolean secure, String message)
			throws Exception {
		login(password);
		try (TinyProxy proxy = TinyProxy.start(this.directory, "BasicAuth proxy-user proxy-password");
				ConnectClient client = secure ? secureClient(LONG) : client(LONG)) {
			use(proxy.address());
			assertThat(failure(client)).hasMessageContaining(message).hasMessageNotContaining("password");
			assertThat(this.server.requests()).isEmpty();
		}
	}

	@Test
	void whenTheProxyIsDownThenTheNextCallAfterItIsUpSucceeds() throws Exception {
		try (TinyProxy proxy = TinyProxy.start(this.directory); ConnectClient client = secureClient(LONG)) {
			use(proxy.address());
			createSession(client);
			proxy.end();
			assertThat(failure(client).isTransient()).isTrue();
			assertThat(failure(client).isTransient()).isTrue();
			proxy.restart();
			assertThat(this.server.accepts(createSession(client).token().reveal())).isTrue();
		}
	}

	@Test
	void whenTheProxyHangsThenTheDeadlineHolds() throws Exception {
		try (TinyProxy proxy = TinyProxy.start(this.directory);
				ConnectClient client = secureClient(Duration.ofMillis(300));
				ConnectClient other = secureClient(LONG)) {
			use(proxy.address());
			proxy.suspend();
			assertThat(failure(client)).hasMessageContaining("no connection within 300 ms, while opening a tunnel");
			proxy.resume();
			assertThat(this.server.accepts(createSession(other).token().reveal())).isTrue();
		}
	}

	@Test
	void whenTheProxyEndsInAnExchangeThenTheExchangeEnds() throws Exception {
		this.server.enqueue("CreateSession", Fault.block());
		try (TinyProxy proxy = TinyProxy.start(this.directory);
				ConnectClient client = secureClient(LONG.multipliedBy(3))) {
			use(proxy.address());
			CompletableFuture<ConnectApiException> failure = CompletableFuture.supplyAsync(() -> failure(client));
			this.server.awaitRequests("CreateSession", 1, LONG);
			proxy.end();
			assertThat(failure.join()).hasMessageNotContaining("no complete response")
				.matches(ConnectApiException::isTransient);
			proxy.restart();
			assertThat(this.server.accepts(createSession(client).token().reveal())).isTrue();
		}
	}

	private static RecordingRelay use(RecordingRelay relay) {
		use(relay.address());
		return relay;
	}

	/**
	 * Use the proxy for all hosts, unlike the selector of the JDK, which excludes this
	 * one.
	 */
	private static void use(InetSocketAddress proxy) {
		ProxySelector.setDefault(ProxySelector.of(proxy));
	}

	private static void login(@Nullable String password) {
		Authenticator.setDefault((password == null) ? null : new Authenticator() {
			@Override
			protected @Nullable PasswordAuthentication getPasswordAuthentication() {
				return (getRequestorType() == RequestorType.PROXY)
						? new PasswordAuthentication("proxy-user", password.toCharArray()) : null;
			}
		});
	}

	private ApplicationContextRunner application(boolean secure) {
		ApplicationContextRunner application = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, GettyConnectAutoConfiguration.class))
			.withPropertyValues(
					this.server.properties().entrySet().stream().map(Object::toString).toArray(String[]::new))
			.withPropertyValues("getty.connect.http.proxy.username=proxy-user",
					"getty.connect.http.proxy.password=proxy-password");
		return !secure ? application
				: application.withPropertyValues("getty.connect.base-url=" + this.server.secureBaseUrl(),
						"getty.connect.ssl.bundle=getty",
						"spring.ssl.bundle.pem.getty.truststore.certificate=" + this.server.certificateAuthority());
	}

	private ConnectClient client(Duration timeout) {
		return ConnectClient.builder(BaseUrl.of(this.server.baseUrl())).responseTimeout(timeout).build();
	}

	private ConnectClient secureClient(Duration timeout) {
		ConnectTls tls = ConnectTls.of(new HandshakeCertificates.Builder()
			.addTrustedCertificate(Certificates.decodeCertificatePem(this.server.certificateAuthority()))
			.build()
			.sslContext());
		return ConnectClient.builder(BaseUrl.of(this.server.secureBaseUrl()))
			.responseTimeout(timeout)
			.tls(() -> tls)
			.build();
	}

	private static ConnectSession createSession(ConnectClient client) {
		return client.createSession(
				ConnectCredentials.of(FakeConnectServerBuilder.SYSTEM_ID, FakeConnectServerBuilder.SYSTEM_PASSWORD,
						FakeConnectServerBuilder.USER_NAME, FakeConnectServerBuilder.USER_PASSWORD),
				Duration.ofMinutes(2));
	}

	private static ConnectUnavailableException failure(ConnectClient client) {
		return catchThrowableOfType(ConnectUnavailableException.class, () -> createSession(client));
	}

}
