package io.github.connectapi.test;

import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;

import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * An authority of the server's own and a certificate signed by it, made anew for every
 * server.
 */
final class Certificates {

	private static final long DAY = TimeUnit.DAYS.toMillis(1);

	private final HeldCertificate authority = new HeldCertificate.Builder().certificateAuthority(0)
		.commonName("Fake Connect API authority")
		.duration(30, TimeUnit.DAYS)
		.build();

	private final HeldCertificate leaf;

	Certificates(ServerCertificate kind) {
		long now = System.currentTimeMillis();
		long from = now + DAY * ((kind == ServerCertificate.NOT_YET_VALID) ? 1 : -2);
		long until = now + DAY * ((kind == ServerCertificate.EXPIRED) ? -1 : 30);
		HeldCertificate.Builder builder = new HeldCertificate.Builder().signedBy(this.authority)
			.validityInterval(from, until);
		if (kind == ServerCertificate.WRONG_HOST) {
			builder.addSubjectAlternativeName("other.invalid");
		}
		else {
			builder.addSubjectAlternativeName("localhost").addSubjectAlternativeName("127.0.0.1");
		}
		this.leaf = builder.build();
	}

	String authorityPem() {
		return this.authority.certificatePem();
	}

	SSLContext sslContext() {
		return new HandshakeCertificates.Builder().heldCertificate(this.leaf, this.authority.certificate())
			.build()
			.sslContext();
	}

}
