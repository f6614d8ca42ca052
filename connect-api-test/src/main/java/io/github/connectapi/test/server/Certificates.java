package io.github.connectapi.test.server;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Locale;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import io.github.connectapi.test.Internal;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A server certificate and the certificate authority that signed it. Both are generated
 * for each server.
 */
@Internal
public final class Certificates {

	private static final X500Name AUTHORITY = new X500Name("CN=Fake Connect API authority");

	private static final X500Name SERVER = new X500Name("CN=Fake Connect API");

	private static final SecureRandom RANDOM = new SecureRandom();

	private final X509Certificate authority;

	private final X509Certificate server;

	private final PrivateKey serverKey;

	/**
	 * Create the certificates.
	 * @param validFrom the start of the validity, in days from now
	 * @param validUntil the end of the validity, in days from now
	 * @param hosts the host names and addresses that the server certificate is for
	 */
	public Certificates(int validFrom, int validUntil, List<String> hosts) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(256);
			KeyPair authorityKeys = generator.generateKeyPair();
			KeyPair serverKeys = generator.generateKeyPair();
			this.authority = sign(builder(AUTHORITY, authorityKeys, 0, 30).addExtension(Extension.basicConstraints,
					true, new BasicConstraints(0)), authorityKeys.getPrivate());
			this.server = sign(builder(SERVER, serverKeys, validFrom, validUntil)
				.addExtension(Extension.subjectAlternativeName, false, names(hosts)), authorityKeys.getPrivate());
			this.serverKey = serverKeys.getPrivate();
		}
		catch (GeneralSecurityException | IOException | OperatorCreationException ex) {
			throw new IllegalStateException("The certificates cannot be created", ex);
		}
	}

	String authorityPem() {
		try {
			String encoded = Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(this.authority.getEncoded());
			return "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n".formatted(encoded);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	SSLContext sslContext() {
		try {
			KeyStore keys = KeyStore.getInstance("PKCS12");
			keys.load(null, null);
			keys.setKeyEntry("server", this.serverKey, new char[0],
					new X509Certificate[] { this.server, this.authority });
			KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
			factory.init(keys, new char[0]);
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(factory.getKeyManagers(), null, null);
			return context;
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static X509v3CertificateBuilder builder(X500Name subject, KeyPair keys, int validFrom, int validUntil) {
		Instant now = Instant.now();
		// The locale, because others have digits that a certificate must not contain.
		return new X509v3CertificateBuilder(AUTHORITY, new BigInteger(64, RANDOM),
				Date.from(now.plus(Duration.ofDays(validFrom))), Date.from(now.plus(Duration.ofDays(validUntil))),
				Locale.ROOT, subject, SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
	}

	private static GeneralNames names(List<String> hosts) {
		return new GeneralNames(hosts.stream().map(Certificates::name).toArray(GeneralName[]::new));
	}

	private static GeneralName name(String host) {
		boolean address = host.contains(":") || host.matches("[0-9.]+");
		return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, host);
	}

	private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key)
			throws GeneralSecurityException, OperatorCreationException {
		return new JcaX509CertificateConverter()
			.getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
	}

}
