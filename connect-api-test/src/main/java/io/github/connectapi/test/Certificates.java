package io.github.connectapi.test;

import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;

import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * An authority of the server's own and a certificate for the loopback address, made anew
 * for every server.
 */
final class Certificates {

	private final HeldCertificate authority = new HeldCertificate.Builder().certificateAuthority(0)
		.commonName("Fake Connect API authority")
		.duration(30, TimeUnit.DAYS)
		.build();

	private final HeldCertificate leaf = new HeldCertificate.Builder().signedBy(this.authority)
		.commonName("localhost")
		.addSubjectAlternativeName("localhost")
		.addSubjectAlternativeName("127.0.0.1")
		.duration(30, TimeUnit.DAYS)
		.build();

	String authorityPem() {
		return this.authority.certificatePem();
	}

	SSLContext sslContext() {
		return new HandshakeCertificates.Builder().heldCertificate(this.leaf, this.authority.certificate())
			.build()
			.sslContext();
	}

}
