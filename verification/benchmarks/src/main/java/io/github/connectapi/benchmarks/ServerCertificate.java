package io.github.connectapi.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate for the loopback address, in a key store that {@code keytool} made.
 *
 * @param keyStore the key store, which both sides read
 */
record ServerCertificate(Path keyStore) {

	private static final String PASSWORD = "password";

	/** Create a certificate that the JVM removes at its end. */
	static ServerCertificate create() {
		try {
			Path directory = Files.createTempDirectory("benchmark");
			Path keyStore = directory.resolve("server.p12");
			Process keytool = new ProcessBuilder(ServerProcess.program("keytool"), "-genkeypair", "-alias", "server",
					"-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=server", "-ext", "san=ip:127.0.0.1",
					"-storetype", "PKCS12", "-keystore", keyStore.toString(), "-storepass", PASSWORD)
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start();
			if (keytool.waitFor() != 0) {
				throw new IllegalStateException("keytool failed");
			}
			directory.toFile().deleteOnExit();
			keyStore.toFile().deleteOnExit();
			return new ServerCertificate(keyStore);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** Return a new context, which resumes no session of an earlier one. */
	SSLContext context() {
		try (InputStream in = Files.newInputStream(this.keyStore)) {
			KeyStore store = KeyStore.getInstance("PKCS12");
			store.load(in, PASSWORD.toCharArray());
			KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
			keys.init(store, PASSWORD.toCharArray());
			TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			trust.init(store);
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
			return context;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
