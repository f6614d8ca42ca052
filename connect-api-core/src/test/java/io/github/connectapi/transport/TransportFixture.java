package io.github.connectapi.transport;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

import io.github.connectapi.Secret;

/**
 * Exchanges with a transport, without a client above it.
 */
final class TransportFixture {

	static final Duration LONG = Duration.ofSeconds(20);

	private TransportFixture() {
	}

	static Transport transport(Duration connectTimeout, @Nullable ConnectTls tls) {
		return new Transport(new TransportSettings(connectTimeout, () -> tls, null), null);
	}

	static Transport transport(Supplier<@Nullable ConnectTls> tls, @Nullable Secret proxyAuthorization) {
		return new Transport(new TransportSettings(LONG, tls, proxyAuthorization), null);
	}

	static Transport transport() {
		return transport(LONG, null);
	}

	static String exchange(Transport transport, String url, Duration timeout, boolean repeatable) throws IOException {
		return exchange(transport, url, timeout, repeatable, new HttpHeaders());
	}

	static String exchange(Transport transport, String url, Duration timeout, boolean repeatable, HttpHeaders headers)
			throws IOException {
		RequestBuffer body = new RequestBuffer();
		body.writeBytes("{\"secret\":1}".getBytes(StandardCharsets.US_ASCII));
		OneShotRequest oneShot = new OneShotRequest(URI.create(url), timeout, 1000, repeatable, false, false);
		TransportResponse response = transport.exchange(headers, body, oneShot);
		return new String(TransportResponse.readBody(response.getBody(), 1000), StandardCharsets.UTF_8);
	}

	static String exchange(Transport transport, LocalServer server) throws IOException {
		return exchange(transport, url(server), LONG, true);
	}

	static String url(LocalServer server) {
		return "http://127.0.0.1:%d/v1/a".formatted(server.port());
	}

}
