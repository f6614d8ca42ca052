package io.github.connectapi.test.server;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Signs certificates as an authority. They have all extensions that strict clients
 * require, such as Python 3.13.
 */
final class CertificateSigner {

	private static final X500Name AUTHORITY = new X500Name("CN=Fake Connect API authority");

	private static final X500Name SERVER = new X500Name("CN=Fake Connect API");

	private static final int VALIDITY_DAYS = 30;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final KeyPair keys;

	private final JcaX509ExtensionUtils identifiers;

	CertificateSigner(KeyPair keys) throws GeneralSecurityException {
		this.keys = keys;
		this.identifiers = new JcaX509ExtensionUtils();
	}

	X509Certificate authority() throws GeneralSecurityException, IOException, OperatorCreationException {
		X509v3CertificateBuilder builder = builder(AUTHORITY, this.keys, 0, VALIDITY_DAYS);
		builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
		builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
		return sign(builder);
	}

	X509Certificate server(KeyPair serverKeys, int validFrom, int validUntil, List<String> hosts)
			throws GeneralSecurityException, IOException, OperatorCreationException {
		X509v3CertificateBuilder builder = builder(SERVER, serverKeys, validFrom, validUntil);
		builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
		builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
		builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
		builder.addExtension(Extension.subjectAlternativeName, false, names(hosts));
		builder.addExtension(Extension.authorityKeyIdentifier, false,
				this.identifiers.createAuthorityKeyIdentifier(this.keys.getPublic()));
		return sign(builder);
	}

	private X509v3CertificateBuilder builder(X500Name subject, KeyPair subjectKeys, int validFrom, int validUntil)
			throws IOException {
		Instant now = Instant.now();
		// The locale, because others have digits that a certificate must not contain.
		return new X509v3CertificateBuilder(AUTHORITY, new BigInteger(64, RANDOM).add(BigInteger.ONE),
				Date.from(now.plus(Duration.ofDays(validFrom))), Date.from(now.plus(Duration.ofDays(validUntil))),
				Locale.ROOT, subject, SubjectPublicKeyInfo.getInstance(subjectKeys.getPublic().getEncoded()))
			.addExtension(Extension.subjectKeyIdentifier, false,
					this.identifiers.createSubjectKeyIdentifier(subjectKeys.getPublic()));
	}

	private X509Certificate sign(X509v3CertificateBuilder builder)
			throws GeneralSecurityException, OperatorCreationException {
		return new JcaX509CertificateConverter().getCertificate(
				builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(this.keys.getPrivate())));
	}

	private static GeneralNames names(List<String> hosts) {
		return new GeneralNames(hosts.stream().map(CertificateSigner::name).toArray(GeneralName[]::new));
	}

	private static GeneralName name(String host) {
		boolean address = host.contains(":") || host.matches("[0-9.]+");
		return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, host);
	}

}
