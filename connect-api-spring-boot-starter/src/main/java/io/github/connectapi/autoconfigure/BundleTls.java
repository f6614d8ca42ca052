package io.github.connectapi.autoconfigure;

import java.util.function.Supplier;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.core.NestedExceptionUtils;

import io.github.connectapi.transport.ConnectTls;

/**
 * The TLS settings of the current SSL bundle: the same object until the bundle is another
 * one, so that the client keeps its connections until then.
 */
final class BundleTls implements Supplier<@Nullable ConnectTls> {

	private final ConnectConnectionDetails details;

	private @Nullable SslBundle bundle;

	private @Nullable ConnectTls tls;

	BundleTls(ConnectConnectionDetails details) {
		this.details = details;
	}

	@Override
	public synchronized @Nullable ConnectTls get() {
		SslBundle current = this.details.getSslBundle();
		if (current != this.bundle) {
			this.tls = (current != null) ? convert(current) : null;
			this.bundle = current;
		}
		return this.tls;
	}

	/**
	 * At startup, so that a bundle that cannot be used fails it, not the first exchange.
	 */
	void load() {
		try {
			get();
		}
		catch (InvalidConnectPropertyException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			// Without its message, which may quote what is in the bundle.
			if (!(this.details instanceof PropertiesConnectConnectionDetails)) {
				throw ClientBeans.failure(this.details, "its SSL bundle cannot be loaded (" + root(ex) + ")", ex);
			}
			throw new InvalidConnectPropertyException(
					PropertyProblem.of("ssl.bundle", "names an SSL bundle that cannot be loaded (" + root(ex) + ")",
							"Correct the bundle's certificates, keys and passwords under spring.ssl.bundle."),
					ex);
		}
	}

	private static String root(Throwable failure) {
		return NestedExceptionUtils.getMostSpecificCause(failure).getClass().getSimpleName();
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
