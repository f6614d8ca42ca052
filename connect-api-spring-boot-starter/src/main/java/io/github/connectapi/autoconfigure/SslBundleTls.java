package io.github.connectapi.autoconfigure;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslOptions;

import io.github.connectapi.transport.ConnectTls;

/**
 * Supplies the TLS settings of the current SSL bundle. The same object is returned until
 * the bundle changes, so that the client keeps its connections. While one thread loads a
 * changed bundle, which may block, the others get the previous settings. Thread-safe.
 */
final class SslBundleTls implements Supplier<@Nullable ConnectTls> {

	private final Supplier<@Nullable SslBundle> bundles;

	private final ReentrantLock loading = new ReentrantLock();

	private volatile Loaded loaded;

	/**
	 * Load the current bundle.
	 * @param bundles supplies the current bundle, or null for none
	 */
	SslBundleTls(Supplier<@Nullable SslBundle> bundles) {
		this.bundles = bundles;
		this.loaded = Loaded.of(bundles.get());
	}

	@Override
	public @Nullable ConnectTls get() {
		SslBundle current = this.bundles.get();
		if (current != this.loaded.bundle && this.loading.tryLock()) {
			try {
				this.loaded = Loaded.of(current);
			}
			finally {
				this.loading.unlock();
			}
		}
		return this.loaded.tls;
	}

	private record Loaded(@Nullable SslBundle bundle, @Nullable ConnectTls tls) {

		static Loaded of(@Nullable SslBundle bundle) {
			return new Loaded(bundle, (bundle != null) ? convert(bundle) : null);
		}

	}

	private static ConnectTls convert(SslBundle bundle) {
		SSLContext context = bundle.createSslContext();
		SSLParameters parameters = context.getDefaultSSLParameters();
		SslOptions options = bundle.getOptions();
		String[] protocols = options.getEnabledProtocols();
		if (protocols != null) {
			parameters.setProtocols(protocols);
		}
		String[] ciphers = options.getCiphers();
		if (ciphers != null) {
			parameters.setCipherSuites(ciphers);
		}
		return new ConnectTls(context, parameters);
	}

}
