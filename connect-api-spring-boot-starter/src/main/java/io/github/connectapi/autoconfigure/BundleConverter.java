package io.github.connectapi.autoconfigure;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAKey;
import java.util.Map;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.X509KeyManager;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslOptions;

import io.github.connectapi.transport.ConnectTls;

/**
 * Converts an SSL bundle to TLS settings. Refuses a private key that does not match its
 * certificate, which would fail only in the handshake, because the files of a bundle are
 * replaced one after the other.
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
