package io.github.connectapi.autoconfigure;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.util.Collections;
import java.util.Map;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.X509KeyManager;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.boot.ssl.SslStoreBundle;

import io.github.connectapi.transport.ConnectTls;

/**
 * Converts an SSL bundle to TLS settings. Refuses stores without entries, and a private
 * key that does not match its certificate, which would fail only in the handshake,
 * because the files of a bundle are replaced one after the other.
 */
final class BundleConverter {

	/** Signature algorithms by the algorithm of the key, except for RSA. */
	private static final Map<String, String> SIGNATURES = Map.of("EC", "SHA256withECDSA", "EdDSA", "EdDSA", "DSA",
			"SHA256withDSA");

	private static final String[] KEY_TYPES = { "RSA", "RSASSA-PSS", "EC", "EdDSA", "DSA" };

	private BundleConverter() {
	}

	static ConnectTls convert(SslBundle bundle) {
		try {
			requireEntries(bundle.getStores());
			for (KeyManager keyManager : bundle.getManagers().getKeyManagers()) {
				if (keyManager instanceof X509KeyManager keys) {
					requireMatchingKeys(keys);
				}
			}
			SSLContext context = bundle.createSslContext();
			return new ConnectTls(context, parameters(context, bundle.getOptions()));
		}
		catch (UnusableBundleException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			throw UnusableBundleException.of(ex);
		}
	}

	/**
	 * Refuse a key whose certificate is not valid now.
	 * @param bundle a bundle that replaces one that can be used
	 */
	static void requireValidKeys(SslBundle bundle) {
		try {
			KeyStore keys = bundle.getStores().getKeyStore();
			if (keys != null) {
				requireValidKeys(keys);
			}
		}
		catch (GeneralSecurityException ex) {
			throw UnusableBundleException.of(new IllegalArgumentException(ex));
		}
	}

	private static void requireValidKeys(KeyStore keys) throws GeneralSecurityException {
		for (String alias : Collections.list(keys.aliases())) {
			if (keys.isKeyEntry(alias) && keys.getCertificate(alias) instanceof X509Certificate certificate) {
				certificate.checkValidity();
			}
		}
	}

	private static void requireEntries(SslStoreBundle stores) {
		try {
			KeyStore keys = stores.getKeyStore();
			if (keys != null && !hasKey(keys)) {
				throw new UnusableBundleException("(the key store has no private key)", null);
			}
			KeyStore trust = stores.getTrustStore();
			if (trust != null && trust.size() == 0) {
				throw new UnusableBundleException("(the trust store is empty)", null);
			}
		}
		catch (KeyStoreException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	private static boolean hasKey(KeyStore keys) throws KeyStoreException {
		for (String alias : Collections.list(keys.aliases())) {
			if (keys.isKeyEntry(alias)) {
				return true;
			}
		}
		return false;
	}

	private static SSLParameters parameters(SSLContext context, SslOptions options) {
		SSLParameters parameters = context.getDefaultSSLParameters();
		String[] protocols = options.getEnabledProtocols();
		if (protocols != null) {
			parameters.setProtocols(protocols);
		}
		String[] ciphers = options.getCiphers();
		if (ciphers != null) {
			parameters.setCipherSuites(ciphers);
		}
		return parameters;
	}

	private static void requireMatchingKeys(X509KeyManager keys) {
		for (String type : KEY_TYPES) {
			String[] aliases = keys.getClientAliases(type, null);
			for (String alias : (aliases != null) ? aliases : new String[0]) {
				PrivateKey privateKey = keys.getPrivateKey(alias);
				PublicKey publicKey = keys.getCertificateChain(alias)[0].getPublicKey();
				if (!matches(privateKey, publicKey)) {
					throw new UnusableBundleException("(the private key does not match the certificate)", null);
				}
			}
		}
	}

	// A key whose algorithm is unknown is left to the handshake.
	private static boolean matches(PrivateKey privateKey, PublicKey publicKey) {
		if (privateKey instanceof RSAKey one && publicKey instanceof RSAKey other) {
			return one.getModulus().equals(other.getModulus());
		}
		String algorithm = SIGNATURES.get(publicKey.getAlgorithm());
		return algorithm == null || isVerified(algorithm, privateKey, publicKey);
	}

	private static boolean isVerified(String algorithm, PrivateKey privateKey, PublicKey publicKey) {
		try {
			Signature signature = Signature.getInstance(algorithm);
			signature.initSign(privateKey);
			byte[] signed = signature.sign();
			signature.initVerify(publicKey);
			return signature.verify(signed);
		}
		catch (InvalidKeyException | SignatureException ex) {
			return false;
		}
		catch (GeneralSecurityException ex) {
			return true;
		}
	}

}
