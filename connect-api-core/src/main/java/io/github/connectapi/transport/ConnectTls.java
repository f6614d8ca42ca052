package io.github.connectapi.transport;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * TLS settings: trusted certificates, the key of the client, protocols and ciphers. The
 * host name is always verified.
 *
 * @param context the context with trusted certificates and keys
 * @param parameters the protocols and ciphers
 */
public record ConnectTls(SSLContext context, SSLParameters parameters) {

	/**
	 * Create TLS settings with the default protocols and ciphers of a context.
	 * @param context the context with trusted certificates and keys
	 * @return the TLS settings
	 */
	public static ConnectTls of(SSLContext context) {
		return new ConnectTls(context, context.getDefaultSSLParameters());
	}

}
