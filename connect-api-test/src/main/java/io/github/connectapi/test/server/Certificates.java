package io.github.connectapi.test.server;

import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;

import io.github.connectapi.test.Internal;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * A server certificate and the certificate authority that signed it. Both are generated
 * for each server.
 */
@Internal
public final class Certificates {

	private static final long DAY = TimeUnit.DAYS.toMillis(1);

	private final HeldCertificate authority = new HeldCertificate.Builder().certificateAuthority(0)
		.commonName("Fake Connect API authority")
		.duration(30, TimeUnit.DAYS)
		.build();

	private final HeldCertificate serverCertificate;

	/**
	 * Create the certificates.
	 * @param validFrom the start of the validity, in days from now
	 * @param validUntil the end of the validity, in days from now
	 * @param hosts the host names and addresses that the server certificate is for
	 */
	public Certificates(int validFrom, int validUntil, List<String> hosts) {
		long now = System.currentTimeMillis();
		HeldCertificate.Builder builder = new HeldCertificate.Builder().signedBy(this.authority)
			.validityInterval(now + DAY * validFrom, now + DAY * validUntil);
		hosts.forEach(builder::addSubjectAlternativeName);
		this.serverCertificate = builder.build();
	}

	String authorityPem() {
		return this.authority.certificatePem();
	}

	SSLContext sslContext() {
		return new HandshakeCertificates.Builder().heldCertificate(this.serverCertificate, this.authority.certificate())
			.build()
			.sslContext();
	}

}
