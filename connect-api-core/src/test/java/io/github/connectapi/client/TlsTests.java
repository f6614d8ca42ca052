package io.github.connectapi.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;

import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.transport.ConnectTls;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class TlsTests {

	private static final HeldCertificate AUTHORITY = new HeldCertificate.Builder().certificateAuthority(0).build();

	private static final SSLContext TRUSTING = new HandshakeCertificates.Builder()
		.addTrustedCertificate(AUTHORITY.certificate())
		.build()
		.sslContext();

	private static final RawServer.Script RESPONSE = RawServer
		.ok("{\"ResponseHeader\":{\"Status\":\"success\"},\"CreateSessionResult\":" + ResponseFixture.RESULT + "}");

	private final FakeConnectServer server = FakeConnectServer.builder().requireHttps(true).start();

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void whenTheAuthorityIsTrustedThenSessionsAreCreatedAndRenewed() throws Exception {
		ConnectTls tls = ConnectTls.of(trusting(this.server.certificateAuthority()));
		try (ConnectClient client = client(this.server.secureBaseUrl(), () -> tls)) {
			String secureToken = ClientFixture.create(client).secureToken().orElseThrow().reveal();
			assertThat(ClientFixture.call(client, SessionOperation.RENEW_SESSION, secureToken).secureToken())
				.isPresent();
		}
	}

	@Test
	void whenTheAuthorityIsNotTrustedThenNothingIsSent() {
		try (ConnectClient client = client(this.server.secureBaseUrl(), () -> null)) {
			assertRefused(client);
		}
		assertThat(this.server.requests()).isEmpty();
	}

	static Stream<Named<SSLContext>> badCertificates() {
		long now = Instant.now().toEpochMilli();
		long day = Duration.ofDays(1).toMillis();
		HeldCertificate stranger = new HeldCertificate.Builder().certificateAuthority(0).build();
		return Stream.of(
				Named.of("another host", serving(leaf().addSubjectAlternativeName("connect.example.com"), AUTHORITY)),
				Named.of("no host", serving(leaf(), AUTHORITY)),
				Named.of("expired", serving(goodLeaf().validityInterval(now - 2 * day, now - day), AUTHORITY)),
				Named.of("not yet valid", serving(goodLeaf().validityInterval(now + day, now + 2 * day), AUTHORITY)),
				Named.of("unknown authority", serving(goodLeaf().signedBy(stranger), stranger)));
	}

	@ParameterizedTest
	@MethodSource("badCertificates")
	void whenTheCertificateIsInvalidThenNothingIsSent(SSLContext context) throws IOException {
		try (RawServer bad = RawServer.startTls(context, "TLSv1.3", RESPONSE);
				ConnectClient client = client(bad.baseUrl(), () -> ConnectTls.of(TRUSTING))) {
			assertRefused(client);
			assertThat(bad.requests()).isEmpty();
		}
	}

	@Test
	void whenTheParametersHaveOneProtocolThenNoOtherIsUsed() throws IOException {
		ConnectTls only13 = new ConnectTls(TRUSTING, new SSLParameters(null, new String[] { "TLSv1.3" }));
		try (RawServer old = RawServer.startTls(serving(goodLeaf(), AUTHORITY), "TLSv1.2", RESPONSE)) {
			try (ConnectClient client = client(old.baseUrl(), () -> only13)) {
				assertRefused(client);
			}
			assertThat(old.requests()).isEmpty();
			try (ConnectClient client = client(old.baseUrl(), () -> ConnectTls.of(TRUSTING))) {
				assertThat(ClientFixture.create(client).token().reveal()).isEqualTo("token");
			}
		}
	}

	@Test
	void whenTheSupplierReturnsAnotherObjectThenTheNextExchangeUsesIt() throws Exception {
		AtomicReference<@Nullable ConnectTls> tls = new AtomicReference<>();
		ConnectTls good = ConnectTls.of(trusting(this.server.certificateAuthority()));
		try (ConnectClient client = client(this.server.secureBaseUrl(), tls::get)) {
			assertRefused(client);
			tls.set(good);
			assertThat(ClientFixture.create(client).token()).isNotNull();
			tls.set(ConnectTls.of(TRUSTING));
			assertRefused(client);
			tls.set(good);
			assertThat(ClientFixture.create(client).token()).isNotNull();
		}
	}

	@Test
	void whenTheSupplierReturnsTheSameObjectThenItIsCalledForEachExchange() throws Exception {
		ConnectTls good = ConnectTls.of(trusting(this.server.certificateAuthority()));
		AtomicInteger calls = new AtomicInteger();
		try (ConnectClient client = client(this.server.secureBaseUrl(), () -> {
			calls.incrementAndGet();
			return good;
		})) {
			assertThat(calls).hasValue(0);
			ClientFixture.create(client);
			ClientFixture.create(client);
		}
		assertThat(calls).hasValue(2);
	}

	@Test
	void whenTheSupplierFailsThenTheServerIsUnavailableUntilItWorksAgain() throws Exception {
		ConnectTls good = ConnectTls.of(trusting(this.server.certificateAuthority()));
		AtomicReference<@Nullable RuntimeException> failing = new AtomicReference<>(
				new IllegalStateException("no file"));
		try (ConnectClient client = client(this.server.secureBaseUrl(), () -> {
			RuntimeException failure = failing.get();
			if (failure != null) {
				throw failure;
			}
			return good;
		})) {
			ConnectApiException failure = ClientFixture.failure(client);
			assertThat(failure).isExactlyInstanceOf(ConnectUnavailableException.class).hasMessageContaining("TLS");
			assertThat(failure.isTransient()).isTrue();
			failing.set(null);
			assertThat(ClientFixture.create(client).token()).isNotNull();
		}
	}

	private static void assertRefused(ConnectClient client) {
		ConnectApiException failure = ClientFixture.failure(client);
		assertThat(failure).isExactlyInstanceOf(ConnectUnavailableException.class).hasMessageContaining("SSL");
		assertThat(failure.isTransient()).isTrue();
	}

	private static ConnectClient client(String baseUrl, Supplier<@Nullable ConnectTls> tls) {
		return ConnectClient.builder(BaseUrl.of(baseUrl)).responseTimeout(ClientFixture.LONG).tls(tls).build();
	}

	private static HeldCertificate.Builder leaf() {
		return new HeldCertificate.Builder().signedBy(AUTHORITY).commonName("127.0.0.1");
	}

	private static HeldCertificate.Builder goodLeaf() {
		return leaf().addSubjectAlternativeName("127.0.0.1");
	}

	private static SSLContext serving(HeldCertificate.Builder leaf, HeldCertificate authority) {
		return new HandshakeCertificates.Builder().heldCertificate(leaf.build(), authority.certificate())
			.build()
			.sslContext();
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
