package io.github.connectapi.transport;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * How to speak TLS: whom to trust, which key to show, which protocols and ciphers to
 * offer. The host name is always checked.
 *
 * @param context trust and keys
 * @param parameters protocols and ciphers
 */
public record ConnectTls(SSLContext context, SSLParameters parameters) {

	/**
	 * TLS with a context and its default protocols and ciphers.
	 * @param context trust and keys
	 * @return the TLS settings
	 */
	public static ConnectTls of(SSLContext context) {
		return new ConnectTls(context, context.getDefaultSSLParameters());
	}

}
