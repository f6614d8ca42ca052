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
 * Creates TLS engines that verify the host name and use TLS 1.2 or later.
 */
final class TlsEngines {

	private static final Set<String> OBSOLETE = Set.of("SSLv2Hello", "SSLv3", "TLSv1", "TLSv1.1");

	private TlsEngines() {
	}

	static SSLEngine create(@Nullable ConnectTls tls, Target target) throws IOException {
		SSLEngine engine = context(tls).createSSLEngine(target.host(), target.port());
		engine.setUseClientMode(true);
		if (tls != null) {
			engine.setSSLParameters(tls.parameters());
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

	private static SSLContext context(@Nullable ConnectTls tls) throws IOException {
		if (tls != null) {
			return tls.context();
		}
		try {
			return SSLContext.getDefault();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new SSLException("the JVM has no usable default TLS settings", ex);
		}
	}

}
