package io.github.connectapi.client;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.transport.ConnectTls;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A server that requires a client certificate.
 */
@Timeout(60)
class MutualTlsTests {

	private static final HeldCertificate AUTHORITY = new HeldCertificate.Builder().certificateAuthority(0).build();

	private static final HeldCertificate STRANGER = new HeldCertificate.Builder().certificateAuthority(0).build();

	private static final RawServer.Script RESPONSE = RawServer
		.ok("{\"ResponseHeader\":{\"Status\":\"success\"},\"CreateSessionResult\":" + ResponseFixture.RESULT + "}");

	@ParameterizedTest
	@ValueSource(strings = { "TLSv1.2", "TLSv1.3" })
	void whenTheServerRequiresACertificateThenOnlyOneOfItsAuthorityIsAccepted(String protocol) throws IOException {
		AtomicReference<ConnectTls> tls = new AtomicReference<>(showing(null));
		try (RawServer server = server(protocol);
				ConnectClient client = ConnectClient.builder(BaseUrl.of(server.baseUrl()))
					.responseTimeout(ClientFixture.LONG)
					.tls(tls::get)
					.build()) {
			assertRefused(client, server);
			tls.set(showing(STRANGER));
			assertRefused(client, server);
			tls.set(showing(AUTHORITY));
			assertThat(ClientFixture.create(client).token().reveal()).isEqualTo("token");
			tls.set(showing(null));
			assertThat(ClientFixture.failure(client)).isExactlyInstanceOf(ConnectUnavailableException.class);
			assertThat(server.requests()).hasSize(1);
		}
	}

	private static void assertRefused(ConnectClient client, RawServer server) {
		ConnectApiException failure = ClientFixture.failure(client);
		assertThat(failure).isExactlyInstanceOf(ConnectUnavailableException.class);
		assertThat(failure.isTransient()).isTrue();
		assertThat(server.requests()).isEmpty();
	}

	private static RawServer server(String protocol) throws IOException {
		HeldCertificate leaf = new HeldCertificate.Builder().signedBy(AUTHORITY)
			.addSubjectAlternativeName("127.0.0.1")
			.build();
		return RawServer.startMutualTls(new HandshakeCertificates.Builder().heldCertificate(leaf)
			.addTrustedCertificate(AUTHORITY.certificate())
			.build()
			.sslContext(), protocol, RESPONSE);
	}

	/** Trust the server, and use a client certificate of the given authority. */
	private static ConnectTls showing(HeldCertificate authority) {
		HandshakeCertificates.Builder certificates = new HandshakeCertificates.Builder()
			.addTrustedCertificate(AUTHORITY.certificate());
		if (authority != null) {
			certificates.heldCertificate(
					new HeldCertificate.Builder().signedBy(authority).commonName("application").build(),
					authority.certificate());
		}
		return ConnectTls.of(certificates.build().sslContext());
	}

}
