package io.github.connectapi.test.server;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import io.github.connectapi.test.Internal;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * A server certificate and the certificate authority that signed it. Both are generated
 * for each server.
 */
@Internal
public final class Certificates {

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
			CertificateSigner signer = new CertificateSigner(authorityKeys);
			this.authority = signer.authority();
			this.server = signer.server(serverKeys, validFrom, validUntil, hosts);
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
			// Stays in memory. PKCS12 would derive a key from the password, in most of
			// the time of a start.
			KeyStore keys = KeyStore.getInstance("JKS");
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

}
