package io.github.connectapi.transport;

import java.io.IOException;
import java.net.InetAddress;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * Servers with TLS on 127.0.0.1, and the settings that trust them.
 */
final class TlsFixture {

	static final HeldCertificate AUTHORITY = new HeldCertificate.Builder().certificateAuthority(0).build();

	static final SSLContext SERVING = new HandshakeCertificates.Builder()
		.heldCertificate(
				new HeldCertificate.Builder().signedBy(AUTHORITY).addSubjectAlternativeName("127.0.0.1").build())
		.build()
		.sslContext();

	static final ConnectTls TRUSTING = ConnectTls
		.of(new HandshakeCertificates.Builder().addTrustedCertificate(AUTHORITY.certificate()).build().sslContext());

	private TlsFixture() {
	}

	static LocalServer server(String protocol, LocalServer.Script script) throws IOException {
		SSLServerSocket socket = (SSLServerSocket) SERVING.getServerSocketFactory()
			.createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
		socket.setEnabledProtocols(new String[] { protocol });
		return LocalServer.start(socket, script);
	}

	static String url(LocalServer server) {
		return "https://127.0.0.1:%d/v1/a".formatted(server.port());
	}

}
