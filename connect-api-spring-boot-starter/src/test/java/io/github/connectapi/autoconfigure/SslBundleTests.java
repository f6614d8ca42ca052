package io.github.connectapi.autoconfigure;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import javax.net.ssl.SSLContext;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.SslBundleRegistry;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.autoconfigure.properties.GettyConnectProperties;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.junit.FakeConnectExtension;
import io.github.connectapi.transport.ConnectTls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for TLS with an SSL bundle of Spring Boot.
 */
@ExtendWith(OutputCaptureExtension.class)
class SslBundleTests {

	@RegisterExtension
	static final FakeConnectExtension connect = new FakeConnectExtension();

	private final FakeConnectServer server = connect.server();

	@Test
	void whenTheBundleTrustsTheServerThenThereIsASession() {
		application(this.server.certificateAuthority()).run((context) -> {
			context.getBean(ConnectSessionManager.class).getSession();
			assertThat(this.server.requests("CreateSession")).hasSize(1);
		});
	}

	@Test
	void whenThereIsNoBundleThenTheServerIsNotTrusted() {
		FakeApplication.of(this.server)
			.withPropertyValues("getty.connect.base-url=" + this.server.secureBaseUrl(),
					"getty.connect.retry.max-attempts=1")
			.run((context) -> {
				assertThatExceptionOfType(ConnectUnavailableException.class)
					.isThrownBy(() -> context.getBean(ConnectSessionManager.class).getSession());
				assertThat(this.server.requests()).isEmpty();
			});
	}

	@Test
	void whenTheBundleIsUpdatedThenTheNextExchangeUsesIt(CapturedOutput output) {
		try (FakeConnectServer other = FakeConnectServer.start()) {
			application(other.certificateAuthority()).run((context) -> {
				var manager = context.getBean(ConnectSessionManager.class);
				assertThatExceptionOfType(ConnectUnavailableException.class).isThrownBy(manager::getSession);
				context.getBean(SslBundleRegistry.class)
					.updateBundle("getty", bundle(this.server.certificateAuthority(), SslOptions.NONE));
				manager.reset();
				assertThat(this.server.accepts(manager.getSession().token().reveal())).isTrue();
				assertThat(output).contains("SSL bundle 'getty' was updated").doesNotContain("may be in use");
			});
		}
	}

	@Test
	void whenTheBundleIsUnchangedThenTheTlsSettingsAreTheSameObject() {
		SslBundle bundle = bundle(this.server.certificateAuthority(), SslOptions.NONE);
		SslBundleTls tls = tls(() -> bundle);
		assertThat(tls.get()).isNotNull().isSameAs(tls.get());
	}

	@Test
	void whenAChangedBundleIsLoadedThenOthersGetThePreviousSettings() throws Exception {
		CountDownLatch loading = new CountDownLatch(1);
		CountDownLatch released = new CountDownLatch(1);
		AtomicReference<SslBundle> current = new AtomicReference<>(
				bundle(this.server.certificateAuthority(), SslOptions.NONE));
		SslBundleTls tls = tls(current::get);
		ConnectTls previous = tls.get();
		SslBundle slow = mock(SslBundle.class);
		given(slow.createSslContext()).willAnswer((invocation) -> {
			loading.countDown();
			released.await();
			return SSLContext.getDefault();
		});
		given(slow.getManagers()).willReturn(bundle(this.server.certificateAuthority(), SslOptions.NONE).getManagers());
		given(slow.getOptions()).willReturn(SslOptions.NONE);
		given(slow.getStores()).willReturn(SslStoreBundle.NONE);
		current.set(slow);
		CompletableFuture<ConnectTls> loaded = CompletableFuture.supplyAsync(tls);
		assertThat(loading.await(20, TimeUnit.SECONDS)).isTrue();
		assertThat(tls.get()).isSameAs(previous);
		released.countDown();
		assertThat(loaded.get(20, TimeUnit.SECONDS)).isNotSameAs(previous).isSameAs(tls.get());
	}

	@Test
	void whenTheBundleHasProtocolsAndCiphersThenOnlyThoseAreEnabled() {
		SslOptions options = SslOptions.of(Set.of("TLS_AES_128_GCM_SHA256"), Set.of("TLSv1.3"));
		SslBundle bundle = bundle(this.server.certificateAuthority(), options);
		ConnectTls tls = tls(() -> bundle).get();
		assertThat(tls).isNotNull();
		assertThat(tls.parameters().getProtocols()).containsExactly("TLSv1.3");
		assertThat(tls.parameters().getCipherSuites()).containsExactly("TLS_AES_128_GCM_SHA256");
	}

	private static SslBundleTls tls(Supplier<SslBundle> bundles) {
		return new SslBundleTls(bundles, "getty", new ReloadFailures(new GettyConnectProperties()), System::nanoTime);
	}

	private ApplicationContextRunner application(String authority) {
		return FakeApplication.of(this.server)
			.withPropertyValues("getty.connect.base-url=" + this.server.secureBaseUrl(),
					"getty.connect.retry.max-attempts=1", "getty.connect.ssl.bundle=getty",
					"spring.ssl.bundle.pem.getty.truststore.certificate=" + authority);
	}

	private static SslBundle bundle(String authority, SslOptions options) {
		var trust = PemSslStoreDetails.forCertificate(authority);
		return SslBundle.of(new PemSslStoreBundle(null, trust), SslBundleKey.NONE, options);
	}

}
