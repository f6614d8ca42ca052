package io.github.connectapi.transport;

import java.net.URI;

import org.springframework.util.StringUtils;

/**
 * Server to connect to.
 *
 * @param secure whether the connection uses TLS
 * @param host the host name, or an IP address without brackets
 * @param port the port
 */
record Target(boolean secure, String host, int port) {

	static Target of(URI uri) {
		boolean secure = "https".equalsIgnoreCase(uri.getScheme());
		int defaultPort = secure ? 443 : 80;
		String host = StringUtils.trimTrailingCharacter(StringUtils.trimLeadingCharacter(uri.getHost(), '['), ']');
		return new Target(secure, host, (uri.getPort() >= 0) ? uri.getPort() : defaultPort);
	}

	/** Return host and port for the request target of CONNECT. */
	String authority() {
		return (this.host.indexOf(':') >= 0) ? "[%s]:%s".formatted(this.host, this.port)
				: "%s:%s".formatted(this.host, this.port);
	}

	/** Return the value of the header {@code Host}, without the default port. */
	String hostHeader() {
		String authority = authority();
		int defaultPort = this.secure ? 443 : 80;
		return (this.port == defaultPort) ? authority.substring(0, authority.lastIndexOf(':')) : authority;
	}

	/** Return a URI without path for the selector of proxies. */
	URI uri() {
		return URI.create("%s://%s/".formatted(this.secure ? "https" : "http", authority()));
	}

}
