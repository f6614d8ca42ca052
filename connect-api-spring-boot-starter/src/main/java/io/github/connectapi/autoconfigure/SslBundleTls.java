package io.github.connectapi.autoconfigure;

import java.util.function.Supplier;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslOptions;

import io.github.connectapi.transport.ConnectTls;

/**
 * Supplies the TLS settings of the current SSL bundle. The same object is returned until
 * the bundle changes, so that the client keeps its connections. Thread-safe.
 */
final class SslBundleTls implements Supplier<@Nullable ConnectTls> {

	private final Supplier<@Nullable SslBundle> bundles;

	private @Nullable SslBundle bundle;

	private @Nullable ConnectTls tls;

	SslBundleTls(Supplier<@Nullable SslBundle> bundles) {
		this.bundles = bundles;
	}

	@Override
	public synchronized @Nullable ConnectTls get() {
		SslBundle current = this.bundles.get();
		if (current != this.bundle) {
			this.tls = (current != null) ? convert(current) : null;
			this.bundle = current;
		}
		return this.tls;
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
