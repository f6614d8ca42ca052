package io.github.connectapi.autoconfigure;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import io.github.connectapi.autoconfigure.properties.GettyConnectProperties;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.junit.FakeConnectExtension;
import io.github.connectapi.transport.ConnectTls;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.SslBundleRegistry;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.ssl.jks.JksSslStoreBundle;
import org.springframework.boot.ssl.jks.JksSslStoreDetails;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for an SSL bundle that is changed at run time and cannot be used.
 */
@ExtendWith(OutputCaptureExtension.class)
class BundleReloadTests {

	private static final String REFUSED = "SSL bundle 'getty' was changed and cannot be used. The previous one remains in use: ";

	private static final String PASSWORD = "store-password-4711";

	private static final String HALF = "-----BEGIN CERTIFICATE-----\nMIIB";

	@RegisterExtension
	static final FakeConnectExtension connect = new FakeConnectExtension();

	private final FakeConnectServer server = connect.server();

	@TempDir
	private Path directory;

	/** Bundles by the documented reason why they cannot be used. */
	static Stream<Arguments> unusableBundles() {
		return Stream.of(Arguments.of("(FileNotFoundException)", pem(null, PemSslStoreDetails.forCertificate(HALF))),
				Arguments.of("(FileNotFoundException): /missing.pem (No such file or directory)",
						pem(null, PemSslStoreDetails.forCertificate("file:/missing.pem"))),
				Arguments.of("(the private key does not match the certificate)", pem(mismatch(true), null)),
				Arguments.of("(the private key does not match the certificate)", pem(mismatch(false), null)),
				Arguments.of("(the trust store is empty)", stores(null, emptyStore())),
				Arguments.of("(the key store has no private key)", stores(emptyStore(), null)),
				Arguments.of("(the key store has no private key)",
						pem(PemSslStoreDetails.forCertificate(key(false).certificatePem()), null)),
				Arguments.of("(CertificateExpiredException)", pem(identity(-2), null)),
				Arguments.of("(CertificateNotYetValidException)", pem(identity(1), null)),
				Arguments.of("(UnrecoverableKeyException)", wrongPassword()));
	}

	@ParameterizedTest
	@MethodSource("unusableBundles")
	void whenAnUpdatedBundleCannotBeUsedThenThePreviousOneRemainsInUse(String reason, SslBundle bundle,
			CapturedOutput output) {
		application(this.server.certificateAuthority()).run((context) -> {
			context.getBean(SslBundleRegistry.class).updateBundle("getty", bundle);
			assertThat(output).containsOnlyOnce(REFUSED + reason).doesNotContain("was updated", PASSWORD, "MIIB");
			assertThat(reloadFailures(context)).isEqualTo(Map.of("tls", "The SSL bundle cannot be used " + reason));
			assertThat(context.getBean(ConnectSessionManager.class).getSession()).isNotNull();
			assertThat(output).containsOnlyOnce(REFUSED);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "", HALF, "deleted" })
	void whenAFileOfTheBundleIsBrokenAndRepairedThenTheRepairedOneIsUsed(String broken, CapturedOutput output)
			throws IOException {
		Path file = this.directory.resolve("authority.pem");
		Files.writeString(file, this.server.certificateAuthority());
		application("file:" + file)
			.withPropertyValues("spring.ssl.bundle.pem.getty.reload-on-update=true",
					"spring.ssl.bundle.watch.file.quiet-period=20ms")
			.run((context) -> {
				if (broken.equals("deleted")) {
					Files.delete(file);
				}
				else {
					Files.writeString(file, broken);
				}
				await().until(() -> output.getOut().contains(REFUSED));
				assertThat(context.getBean(ConnectSessionManager.class).getSession()).isNotNull();
				Files.writeString(file, this.server.certificateAuthority());
				await().until(() -> reloadFailures(context) == null);
				assertThat(output).contains("SSL bundle 'getty' was updated");
			});
	}

	@Test
	void whenTheBundleIsRemovedThenThePreviousOneRemainsInUse() {
		Supplied supplied = new Supplied(pem(null, authority()));
		ConnectTls previous = supplied.tls.get();
		supplied.bundle.set(null);
		assertThat(supplied.tls.get()).isSameAs(previous).isNotNull();
		assertThat(supplied.failures.current()).containsEntry("tls", "The SSL bundle cannot be used (it was removed)");
	}

	@Test
	void whenTheConnectionDetailsThrowThenThePreviousBundleRemainsInUse(CapturedOutput output) {
		Supplied supplied = new Supplied(pem(null, authority()));
		ConnectTls previous = supplied.tls.get();
		supplied.failure.set(new IllegalArgumentException(PASSWORD));
		assertThat(supplied.tls.get()).isSameAs(previous);
		assertThat(supplied.failures.current()).containsEntry("tls",
				"The SSL bundle cannot be used (IllegalArgumentException)");
		supplied.failure.set(null);
		assertThat(supplied.tls.get()).isSameAs(previous);
		assertThat(supplied.failures.current()).isEmpty();
		assertThat(output).doesNotContain(PASSWORD);
	}

	@Test
	void whenTheSameBundleIsRepairedThenItIsUsedAfterTenSeconds() throws IOException {
		Supplied supplied = new Supplied(pem(null, authority()));
		ConnectTls previous = supplied.tls.get();
		Path file = this.directory.resolve("authority.pem");
		supplied.bundle.set(pem(null, PemSslStoreDetails.forCertificate("file:" + file)));
		assertThat(supplied.tls.get()).isSameAs(previous);
		Files.writeString(file, this.server.certificateAuthority());
		assertThat(supplied.tls.get()).isSameAs(previous);
		supplied.nanos.addAndGet(Duration.ofSeconds(10).toNanos());
		assertThat(supplied.tls.get()).isNotSameAs(previous).isNotNull();
		assertThat(supplied.failures.current()).isEmpty();
	}

	private PemSslStoreDetails authority() {
		return PemSslStoreDetails.forCertificate(this.server.certificateAuthority());
	}

	private ApplicationContextRunner application(String authority) {
		return FakeApplication.of(this.server)
			.withPropertyValues("getty.connect.base-url=" + this.server.secureBaseUrl(),
					"getty.connect.retry.max-attempts=1", "getty.connect.ssl.bundle=getty",
					"spring.ssl.bundle.pem.getty.truststore.certificate=" + authority);
	}

	private static @Nullable Object reloadFailures(AssertableApplicationContext context) {
		return context.getBean("gettyConnectHealthContributor", HealthIndicator.class)
			.health()
			.getDetails()
			.get("reloadFailures");
	}

	private static SslBundle pem(@Nullable PemSslStoreDetails keys, @Nullable PemSslStoreDetails trust) {
		return SslBundle.of(new PemSslStoreBundle(keys, trust));
	}

	/** The certificate of one key and another key, as while the files are replaced. */
	private static PemSslStoreDetails mismatch(boolean rsa) {
		return PemSslStoreDetails.forCertificate(key(rsa).certificatePem())
			.withPrivateKey(key(rsa).privateKeyPkcs8Pem());
	}

	private static HeldCertificate key(boolean rsa) {
		HeldCertificate.Builder builder = new HeldCertificate.Builder();
		return (rsa ? builder.rsa2048() : builder.ecdsa256()).build();
	}

	/** A certificate that is valid for an hour, and its key. */
	private static PemSslStoreDetails identity(int startsInHours) {
		long start = System.currentTimeMillis() + Duration.ofHours(startsInHours).toMillis();
		HeldCertificate own = new HeldCertificate.Builder()
			.validityInterval(start, start + Duration.ofHours(1).toMillis())
			.build();
		return PemSslStoreDetails.forCertificate(own.certificatePem()).withPrivateKey(own.privateKeyPkcs8Pem());
	}

	private static KeyStore emptyStore() {
		try {
			KeyStore store = KeyStore.getInstance("PKCS12");
			store.load(null, null);
			return store;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static SslBundle stores(@Nullable KeyStore keys, @Nullable KeyStore trust) {
		return SslBundle.of(SslStoreBundle.of(keys, null, trust));
	}

	private static SslBundle wrongPassword() {
		try {
			HeldCertificate own = key(false);
			KeyStore store = KeyStore.getInstance("JKS");
			store.load(null, null);
			store.setKeyEntry("key", own.keyPair().getPrivate(), "another".toCharArray(),
					new Certificate[] { own.certificate() });
			Path file = Files.createTempFile("store", ".jks");
			try (OutputStream out = Files.newOutputStream(file)) {
				store.store(out, PASSWORD.toCharArray());
			}
			SslStoreBundle stores = new JksSslStoreBundle(new JksSslStoreDetails("JKS", null, "file:" + file, PASSWORD),
					null);
			stores.getKeyStore();
			Files.delete(file);
			return SslBundle.of(stores, SslBundleKey.of(PASSWORD));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static final class Supplied {

		private final AtomicReference<@Nullable SslBundle> bundle;

		private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

		private final AtomicLong nanos = new AtomicLong();

		private final ReloadFailures failures = new ReloadFailures(new GettyConnectProperties());

		private final SslBundleTls tls;

		Supplied(SslBundle bundle) {
			this.bundle = new AtomicReference<>(bundle);
			this.tls = new SslBundleTls(this::current, "getty", this.failures, this.nanos::get);
		}

		private @Nullable SslBundle current() {
			RuntimeException failure = this.failure.get();
			if (failure != null) {
				throw failure;
			}
			return this.bundle.get();
		}

	}

}
