package io.github.connectapi.transport;

import java.io.IOException;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.apache.hc.core5.http.ClassicHttpResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Proxies of the JVM, and a tunnel through an HTTP proxy.
 */
final class ProxyTunnel {

	static final String AUTHENTICATION_REQUIRED = "the proxy requires authentication (HTTP 407)";

	private ProxyTunnel() {
	}

	/**
	 * Return the proxies for a server, as selected by the {@link ProxySelector} of the
	 * JVM.
	 * @return HTTP proxies in their order, or {@link Proxy#NO_PROXY} to connect directly
	 */
	static List<Proxy> select(Target target) throws IOException {
		ProxySelector selector = ProxySelector.getDefault();
		List<Proxy> proxies = (selector != null) ? selector.select(target.uri()) : null;
		if (proxies == null || proxies.isEmpty()) {
			return List.of(Proxy.NO_PROXY);
		}
		List<Proxy> supported = proxies.stream().filter((proxy) -> proxy.type() != Proxy.Type.SOCKS).toList();
		if (supported.isEmpty()) {
			throw new TransportException("a SOCKS proxy is not supported");
		}
		return supported;
	}

	/** Return what distinguishes an address of a proxy from one of the server. */
	static String prefix(Proxy proxy) {
		return (proxy.type() != Proxy.Type.DIRECT) ? "the proxy " : "";
	}

	/** Tell the {@link ProxySelector} of the JVM that a proxy cannot be reached. */
	static void connectFailed(Target target, Proxy proxy, IOException failure) {
		ProxySelector selector = ProxySelector.getDefault();
		if (selector != null && proxy.type() != Proxy.Type.DIRECT) {
			selector.connectFailed(target.uri(), proxy.address(), failure);
		}
	}

	/**
	 * Open a tunnel.
	 * @param connection a connection to the proxy
	 * @param authorization the value of {@code Proxy-Authorization}, or null for none
	 * @return whether the tunnel is open; false if the proxy accepts a Basic login and
	 * none was sent
	 */
	static boolean open(Connection connection, @Nullable String authorization) throws IOException {
		String authority = connection.target.authority();
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.HOST, authority);
		if (authorization != null) {
			headers.set(HttpHeaders.PROXY_AUTHORIZATION, authorization);
		}
		RequestBuffer request = new RequestBuffer();
		try {
			request.writeHead("CONNECT", authority, headers);
			request.sendTo(connection);
		}
		finally {
			request.wipe();
		}
		HttpCodec codec = new HttpCodec(connection.input());
		ClassicHttpResponse response = codec.readHead();
		int status = response.getCode();
		if (status == HttpURLConnection.HTTP_PROXY_AUTH) {
			if (authorization == null && acceptsBasic(response)) {
				return false;
			}
			throw new TransportException(AUTHENTICATION_REQUIRED);
		}
		if (status >= 300 || !codec.isDrained()) {
			throw new TransportException("the proxy refused to open a tunnel (HTTP %s)".formatted(status));
		}
		return true;
	}

	/**
	 * Return the login of the {@link Authenticator} of the JVM.
	 * @param connection a connection to the proxy
	 * @return the value of {@code Proxy-Authorization}
	 * @throws IOException if there is no login
	 */
	static String authorization(Connection connection) throws IOException {
		Authenticator authenticator = Authenticator.getDefault();
		InetSocketAddress proxy = (InetSocketAddress) connection.proxy.address();
		PasswordAuthentication login = (authenticator != null) ? authenticator.requestPasswordAuthenticationInstance(
				proxy.getHostString(), proxy.getAddress(), proxy.getPort(), "http", "", "basic",
				connection.target.uri().toURL(), Authenticator.RequestorType.PROXY) : null;
		if (login == null) {
			throw new TransportException(AUTHENTICATION_REQUIRED);
		}
		char[] password = login.getPassword();
		String encoded = HttpHeaders.encodeBasicAuth(login.getUserName(), new String(password), StandardCharsets.UTF_8);
		Arrays.fill(password, ' ');
		return "Basic %s".formatted(encoded);
	}

	private static boolean acceptsBasic(ClassicHttpResponse response) {
		return Arrays.stream(response.getHeaders(HttpHeaders.PROXY_AUTHENTICATE))
			.anyMatch((header) -> String.valueOf(header.getValue()).toLowerCase(Locale.ROOT).contains("basic"));
	}

}
