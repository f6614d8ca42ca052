package io.github.connectapi.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.AbstractClientHttpRequest;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;

import io.github.connectapi.transport.Transport;

/**
 * Sends requests through the transport, which follows no redirect. Thread-safe.
 */
final class RestRequestFactory implements ClientHttpRequestFactory, AutoCloseable {

	private final Transport transport;

	private final Origin origin;

	private final Duration timeout;

	private final int maxResponseSize;

	RestRequestFactory(Transport transport, Origin origin, Duration timeout, int maxResponseSize) {
		this.transport = transport;
		this.origin = origin;
		this.timeout = timeout;
		this.maxResponseSize = maxResponseSize;
	}

	Origin origin() {
		return this.origin;
	}

	@Override
	public ClientHttpRequest createRequest(URI uri, HttpMethod method) {
		return new RestRequest(uri, method);
	}

	private ClientHttpResponse send(RestRequest request, HttpHeaders headers) throws IOException {
		URI uri = request.getURI();
		HttpMethod method = request.getMethod();
		requireHttp(uri);
		if (this.origin.isOf(uri)) {
			if (!(request.getAttributes().get(RestCredentials.ATTRIBUTE) instanceof RestCredentials credentials)) {
				throw new IllegalStateException(
						"The interceptor of ConnectRestAccess was removed from the RestClient. Apply the ConnectRestAccess after other settings of the builder.");
			}
			credentials.addTo(headers);
		}
		else if (method.equals(HttpMethod.GET)) {
			return new StreamedResponse(this.transport.get(uri, headers, this.timeout));
		}
		return this.transport.exchange(method, uri, headers, request.body(), this.timeout, this.maxResponseSize);
	}

	private static void requireHttp(URI uri) throws IOException {
		boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
		if (!http || uri.getHost() == null) {
			throw new IOException("the address is not one of http or https with a host that java.net.URI accepts");
		}
	}

	@Override
	public void close() {
		this.transport.close();
	}

	/** A request with its body in memory. */
	private final class RestRequest extends AbstractClientHttpRequest {

		private final URI uri;

		private final HttpMethod method;

		private final ByteArrayOutputStream body = new ByteArrayOutputStream();

		RestRequest(URI uri, HttpMethod method) {
			this.uri = uri;
			this.method = method;
		}

		@Override
		public HttpMethod getMethod() {
			return this.method;
		}

		@Override
		public URI getURI() {
			return this.uri;
		}

		byte[] body() {
			return this.body.toByteArray();
		}

		@Override
		protected OutputStream getBodyInternal(HttpHeaders headers) {
			return this.body;
		}

		@Override
		protected ClientHttpResponse executeInternal(HttpHeaders headers) throws IOException {
			return send(this, headers);
		}

	}

}
