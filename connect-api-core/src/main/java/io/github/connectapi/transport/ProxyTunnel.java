package io.github.connectapi.transport;

import java.io.IOException;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.apache.hc.core5.http.ClassicHttpResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Tunnel to a server through the HTTP proxy of the JVM.
 */
final class ProxyTunnel {

	static final String AUTHENTICATION_REQUIRED = "the proxy requires authentication (HTTP 407)";

	private final InetSocketAddress proxy;

	private final Target target;

	ProxyTunnel(InetSocketAddress proxy, Target target) {
		this.proxy = proxy;
		this.target = target;
	}

	/**
	 * Return the proxy for a server, as selected by the {@link ProxySelector} of the JVM.
	 * @return the unresolved address of the proxy, or null to connect directly
	 */
	static @Nullable InetSocketAddress select(Target target) throws IOException {
		ProxySelector selector = ProxySelector.getDefault();
		List<Proxy> proxies = (selector != null) ? selector.select(target.uri()) : null;
		if (proxies == null || proxies.isEmpty() || proxies.get(0).type() == Proxy.Type.DIRECT) {
			return null;
		}
		Proxy proxy = proxies.get(0);
		if (proxy.type() != Proxy.Type.HTTP || !(proxy.address() instanceof InetSocketAddress address)) {
			throw new TransportException("a SOCKS proxy is not supported");
		}
		return address;
	}

	/**
	 * Open the tunnel.
	 * @param channel a connection to the proxy
	 * @param authorization the value of {@code Proxy-Authorization}, or null for none
	 * @return whether the tunnel is open; false if the proxy accepts a Basic login and
	 * none was sent
	 */
	boolean open(SocketChannel channel, @Nullable String authorization) throws IOException {
		Connection connection = new Connection(channel, this.target, null, null, false, 0);
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.HOST, this.target.authority());
		if (authorization != null) {
			headers.set(HttpHeaders.PROXY_AUTHORIZATION, authorization);
		}
		RequestBuffer request = new RequestBuffer();
		HttpCodec codec = new HttpCodec(connection.input());
		HttpCodec.writeHead("CONNECT", this.target.authority(), headers, request);
		request.sendTo(connection);
		request.wipe();
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
	 * @return the value of {@code Proxy-Authorization}
	 * @throws IOException if there is no login
	 */
	String authorization() throws IOException {
		Authenticator authenticator = Authenticator.getDefault();
		PasswordAuthentication login = (authenticator != null) ? authenticator.requestPasswordAuthenticationInstance(
				this.proxy.getHostString(), this.proxy.getAddress(), this.proxy.getPort(), "http", "", "basic",
				this.target.uri().toURL(), Authenticator.RequestorType.PROXY) : null;
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
