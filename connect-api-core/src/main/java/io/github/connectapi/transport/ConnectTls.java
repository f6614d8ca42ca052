package io.github.connectapi.transport;

import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Set;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;

import org.jspecify.annotations.Nullable;

/**
 * TLS settings: trusted certificates, the key of the client, protocols and ciphers. The
 * host name is always verified.
 *
 * @param context the context with trusted certificates and keys
 * @param parameters the protocols and ciphers
 */
public record ConnectTls(SSLContext context, SSLParameters parameters) {

	private static final Set<String> OBSOLETE = Set.of("SSLv2Hello", "SSLv3", "TLSv1", "TLSv1.1");

	/**
	 * Create TLS settings with the default protocols and ciphers of a context.
	 * @param context the context with trusted certificates and keys
	 * @return the TLS settings
	 */
	public static ConnectTls of(SSLContext context) {
		return new ConnectTls(context, context.getDefaultSSLParameters());
	}

	/**
	 * Create an engine that verifies the host name and uses TLS 1.2 or later.
	 * @param tls the settings, or null for those of the JVM
	 */
	static SSLEngine createEngine(@Nullable ConnectTls tls, Target target) throws IOException {
		SSLEngine engine = ((tls != null) ? tls.context : defaultContext()).createSSLEngine(target.host(),
				target.port());
		engine.setUseClientMode(true);
		if (tls != null) {
			engine.setSSLParameters(tls.parameters);
		}
		// A copy of all parameters, including those that later versions of Java add.
		SSLParameters parameters = engine.getSSLParameters();
		parameters.setEndpointIdentificationAlgorithm("HTTPS");
		String[] protocols = Arrays.stream(parameters.getProtocols())
			.filter((protocol) -> !OBSOLETE.contains(protocol))
			.toArray(String[]::new);
		if (protocols.length == 0) {
			throw new SSLException("the TLS settings permit no version from TLS 1.2 on");
		}
		parameters.setProtocols(protocols);
		engine.setSSLParameters(parameters);
		return engine;
	}

	private static SSLContext defaultContext() throws IOException {
		try {
			return SSLContext.getDefault();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new SSLException("the JVM has no usable default TLS settings", ex);
		}
	}

}
