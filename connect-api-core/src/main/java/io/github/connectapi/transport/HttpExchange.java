package io.github.connectapi.transport;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.protocol.HttpCoreContext;

import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;

/**
 * Sends one request on a connection and reads its response, on the thread of the caller.
 */
final class HttpExchange {

	private static final Pattern KEEP_ALIVE_TIMEOUT = Pattern.compile("(?i)(?:^|[,\\s])timeout=\"?(\\d{1,9})");

	private final Connection connection;

	private final OneShotRequest oneShot;

	/** How long the connection may be idle afterwards, in nanoseconds; 0 to close it. */
	private long idleLimit;

	HttpExchange(Connection connection, OneShotRequest oneShot) {
		this.connection = connection;
		this.oneShot = oneShot;
	}

	/**
	 * Send the request and read the response.
	 * @param headers the complete headers of the request
	 * @param body the body of the request, overwritten afterwards
	 */
	TransportResponse execute(HttpHeaders headers, RequestBuffer body) throws IOException {
		HttpCodec codec = new HttpCodec(this.connection.input());
		try {
			send(headers, body);
			ClassicHttpResponse response = codec.readHead();
			if (this.connection.isForwarded() && response.getCode() == HttpURLConnection.HTTP_PROXY_AUTH) {
				// Sent by the proxy, so it is not a response of the server.
				throw new TransportException(ProxyTunnel.AUTHENTICATION_REQUIRED);
			}
			byte[] content = codec.readBody(response, this.oneShot.bodyLimit());
			boolean complete = content.length <= this.oneShot.bodyLimit() && codec.isDrained();
			this.idleLimit = (complete && isKeptAlive(response)) ? idleLimit(response) : 0;
			return new TransportResponse(response.getCode(), headers(response), content);
		}
		finally {
			codec.wipe();
			if (!this.connection.finish()) {
				this.idleLimit = 0;
			}
		}
	}

	/** Return how long the connection may be idle, in nanoseconds; 0 to close it. */
	long idleLimit() {
		return this.idleLimit;
	}

	private void send(HttpHeaders headers, RequestBuffer body) throws IOException {
		URI uri = this.oneShot.uri();
		String requestTarget = StringUtils.hasLength(uri.getRawPath()) ? uri.getRawPath() : "/";
		if (this.connection.isForwarded()) {
			requestTarget = "http://%s%s".formatted(this.connection.target.hostHeader(), requestTarget);
		}
		else {
			headers.remove(HttpHeaders.PROXY_AUTHORIZATION);
		}
		RequestBuffer request = new RequestBuffer();
		try {
			request.writeHead("POST", requestTarget, headers);
			body.writeTo(request);
			request.sendTo(this.connection);
		}
		finally {
			request.wipe();
			body.wipe();
		}
	}

	private boolean isKeptAlive(ClassicHttpResponse response) {
		return !this.oneShot.isLast()
				&& !(response.containsHeader(HttpHeaders.TRANSFER_ENCODING)
						&& response.containsHeader(HttpHeaders.CONTENT_LENGTH))
				&& DefaultConnectionReuseStrategy.INSTANCE.keepAlive(null, response, HttpCoreContext.create());
	}

	/** Close a connection a second before the server does. */
	private static long idleLimit(ClassicHttpResponse response) {
		Header header = response.getFirstHeader("Keep-Alive");
		Matcher timeout = KEEP_ALIVE_TIMEOUT.matcher((header != null) ? String.valueOf(header.getValue()) : "");
		return timeout.find() ? (Long.parseLong(timeout.group(1)) - 1) * 1_000_000_000 : ConnectionPool.IDLE_LIMIT;
	}

	private static HttpHeaders headers(ClassicHttpResponse response) {
		HttpHeaders headers = new HttpHeaders();
		for (Header header : response.getHeaders()) {
			headers.add(header.getName(), header.getValue());
		}
		return headers;
	}

}
