package io.github.connectapi.transport;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.protocol.HttpCoreContext;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.util.StringUtils;

/**
 * Sends one request on a connection and reads its response, on the thread of the caller.
 */
final class HttpExchange {

	private static final Pattern KEEP_ALIVE_TIMEOUT = Pattern.compile("(?i)(?:^|[,\\s])timeout=\"?(\\d{1,9})");

	private final Connection connection;

	private final OneShotRequest oneShot;

	private final HttpCodec codec;

	/** How long the connection may be idle afterwards, in nanoseconds; 0 to close it. */
	private long idleLimit;

	HttpExchange(Connection connection, OneShotRequest oneShot) {
		this.connection = connection;
		this.oneShot = oneShot;
		this.codec = new HttpCodec(connection.input());
	}

	/**
	 * Send the request and read the response.
	 * @param method the method of the request
	 * @param headers the complete headers of the request
	 * @param body the body of the request, overwritten afterwards
	 */
	TransportResponse execute(HttpMethod method, HttpHeaders headers, RequestBuffer body) throws IOException {
		try {
			ClassicHttpResponse response = start(method, headers, body);
			byte[] content = this.codec.readBody(method.name(), response, this.oneShot.bodyLimit());
			if (content.length <= this.oneShot.bodyLimit()) {
				complete(response);
			}
			return new TransportResponse(response.getCode(), headers(response), content);
		}
		finally {
			finish();
		}
	}

	/** Send the request and read the head of the response. */
	ClassicHttpResponse start(HttpMethod method, HttpHeaders headers, RequestBuffer body) throws IOException {
		send(method, headers, body);
		ClassicHttpResponse response = this.codec.readHead();
		if (this.connection.isForwarded() && response.getCode() == HttpURLConnection.HTTP_PROXY_AUTH) {
			// Sent by the proxy, so it is not a response of the server.
			throw new TransportException(ProxyTunnel.AUTHENTICATION_REQUIRED);
		}
		return response;
	}

	/** Return the body of a response, which the caller reads to its end. */
	InputStream body(ClassicHttpResponse response) throws IOException {
		return this.codec.body(response);
	}

	/** Keep the connection if the response, whose body was read, allows it. */
	void complete(ClassicHttpResponse response) {
		this.idleLimit = (this.codec.isDrained() && isKeptAlive(response)) ? idleLimit(response) : 0;
	}

	/** Overwrite all buffers. */
	void finish() {
		this.codec.wipe();
		if (!this.connection.finish()) {
			this.idleLimit = 0;
		}
	}

	/** Return how long the connection may be idle, in nanoseconds; 0 to close it. */
	long idleLimit() {
		return this.idleLimit;
	}

	private void send(HttpMethod method, HttpHeaders headers, RequestBuffer body) throws IOException {
		URI uri = this.oneShot.uri();
		String requestTarget = StringUtils.hasLength(uri.getRawPath()) ? uri.getRawPath() : "/";
		if (uri.getRawQuery() != null) {
			requestTarget = "%s?%s".formatted(requestTarget, uri.getRawQuery());
		}
		if (this.connection.isForwarded()) {
			requestTarget = "http://%s%s".formatted(this.connection.target.hostHeader(), requestTarget);
		}
		else {
			headers.remove(HttpHeaders.PROXY_AUTHORIZATION);
		}
		RequestBuffer request = new RequestBuffer();
		try {
			request.writeHead(method.name(), requestTarget, headers);
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

	static HttpHeaders headers(ClassicHttpResponse response) {
		HttpHeaders headers = new HttpHeaders();
		for (Header header : response.getHeaders()) {
			headers.add(header.getName(), header.getValue());
		}
		return headers;
	}

}
