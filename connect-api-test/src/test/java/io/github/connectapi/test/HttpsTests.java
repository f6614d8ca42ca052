package io.github.connectapi.test;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Map;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class HttpsTests {

	private final FakeConnectServer server = FakeConnectServer.builder().requireHttps(true).start();

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void whenAuthorityIsTrustedThenSessionIsReturnedOverHttps() throws Exception {
		JsonNode envelope = createSessionOverHttps(this.server.secureBaseUrl());
		assertThat(RawClient.status(envelope)).isEqualTo("success");
		assertThat(this.server.requests("CreateSession").get(0).https()).isTrue();
	}

	@Test
	void whenHostIsLocalhostThenCertificateIsValid() throws Exception {
		JsonNode envelope = createSessionOverHttps(this.server.secureBaseUrl().replace("127.0.0.1", "localhost"));
		assertThat(RawClient.status(envelope)).isEqualTo("success");
	}

	/** Clients such as Python 3.13 reject certificates without them. */
	@Test
	void whenClientIsStrictThenAuthorityHasTheExtensionsItNeeds() throws Exception {
		X509Certificate authority = (X509Certificate) CertificateFactory.getInstance("X.509")
			.generateCertificate(
					new ByteArrayInputStream(this.server.certificateAuthority().getBytes(StandardCharsets.US_ASCII)));
		assertThat(authority.getBasicConstraints()).isZero();
		assertThat(authority.getKeyUsage()[5]).as("keyCertSign").isTrue();
		assertThat(authority.getExtensionValue("2.5.29.14")).as("subject key identifier").isNotNull();
		assertThat(authority.getCriticalExtensionOIDs()).containsExactlyInAnyOrder("2.5.29.15", "2.5.29.19");
	}

	@Test
	void whenAuthorityIsNotTrustedThenHandshakeFails() {
		RawClient client = new RawClient(this.server.secureBaseUrl());
		assertThatExceptionOfType(SSLHandshakeException.class).isThrownBy(client::createSession);
		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	void whenHttpsIsRequiredThenLoginOverHttpFails() throws Exception {
		assertThat(RawClient.code(new RawClient(this.server).createSession())).isEqualTo("AUTH-002");
	}

	@Test
	void whenHttpsIsRequiredThenOnlySecureTokenOverHttpIsRejected() throws Exception {
		JsonNode session = createSessionOverHttps(this.server.secureBaseUrl());
		RawClient http = new RawClient(this.server);
		assertThat(RawClient.code(http.renewSession(RawClient.token(session, "SecureToken")))).isEqualTo("AUTH-014");
		assertThat(RawClient.status(http.searchVersion1(RawClient.token(session, "Token"), "tree")))
			.isEqualTo("success");
		assertThat(RawClient.code(http.searchVersion2(RawClient.token(session, "SecureToken"), Map.of())))
			.isEqualTo("AUTH-014");
	}

	@Test
	void whenHttpsIsDisabledThenThereIsNoSecureBaseUrl() {
		try (FakeConnectServer plain = FakeConnectServer.builder().https(false).start()) {
			assertThatIllegalStateException().isThrownBy(plain::secureBaseUrl).withMessageContaining("https");
			assertThatIllegalStateException().isThrownBy(plain::certificateAuthority);
		}
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "VALID")
	void whenCertificateIsInvalidThenHandshakeFails(ServerCertificate certificate) {
		try (FakeConnectServer bad = FakeConnectServer.builder().certificate(certificate).start()) {
			assertThatExceptionOfType(SSLHandshakeException.class)
				.isThrownBy(() -> createSession(bad, bad.secureBaseUrl()));
			assertThat(bad.requests()).isEmpty();
		}
	}

	private JsonNode createSessionOverHttps(String baseUrl) throws Exception {
		return createSession(this.server, baseUrl);
	}

	private static JsonNode createSession(FakeConnectServer server, String baseUrl) throws Exception {
		HttpClient trusting = HttpClient.newBuilder().sslContext(trusting(server.certificateAuthority())).build();
		HttpResponse<String> response = trusting.send(new RawClient(baseUrl)
			.request("/v1/session/CreateSession", RawClient.createSessionBody("fake-user", "fake-user-password"))
			.build(), BodyHandlers.ofString());
		return RawClient.json(response);
	}

	private static SSLContext trusting(String pem) throws Exception {
		KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
		store.load(null, null);
		store.setCertificateEntry("authority", CertificateFactory.getInstance("X.509")
			.generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
		TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		factory.init(store);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, factory.getTrustManagers(), null);
		return context;
	}

}
