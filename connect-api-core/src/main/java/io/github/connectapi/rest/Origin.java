package io.github.connectapi.rest;

import java.net.URI;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.client.BaseUrl;

/**
 * Scheme, host and port of the only server to which the key and the token are sent.
 *
 * @param scheme the scheme in lower case
 * @param host the host in lower case
 * @param port the port
 */
record Origin(String scheme, String host, int port) {

	static Origin of(BaseUrl baseUrl) {
		return of(URI.create(baseUrl.toString()));
	}

	private static Origin of(URI uri) {
		String scheme = lowerCase(uri.getScheme());
		int defaultPort = scheme.equals("https") ? 443 : 80;
		return new Origin(scheme, lowerCase(uri.getHost()), (uri.getPort() >= 0) ? uri.getPort() : defaultPort);
	}

	boolean isOf(URI uri) {
		return equals(of(uri));
	}

	private static String lowerCase(@Nullable String text) {
		return (text != null) ? text.toLowerCase(Locale.ROOT) : "";
	}

}
