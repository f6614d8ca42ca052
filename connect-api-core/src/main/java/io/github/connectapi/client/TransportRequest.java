package io.github.connectapi.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.AbstractClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;

/**
 * A request with its body in memory; {@code RestClient} hands it the timeout as an
 * attribute.
 */
final class TransportRequest extends AbstractClientHttpRequest {

	static final String TIMEOUT = TransportRequest.class.getName() + ".timeout";

	private final Transport transport;

	private final URI uri;

	private final HttpMethod method;

	private final ByteArrayOutputStream body = new ByteArrayOutputStream(512);

	TransportRequest(Transport transport, URI uri, HttpMethod method) {
		this.transport = transport;
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

	@Override
	protected OutputStream getBodyInternal(HttpHeaders headers) {
		return this.body;
	}

	@Override
	protected ClientHttpResponse executeInternal(HttpHeaders headers) throws IOException {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.uri)
			.method(this.method.name(), HttpRequest.BodyPublishers.ofByteArray(this.body.toByteArray()));
		headers.forEach((name, values) -> {
			// The JDK's client sets the length itself and refuses to be told.
			if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)) {
				values.forEach((value) -> request.header(name, value));
			}
		});
		Duration timeout = (Duration) getAttributes().get(TIMEOUT);
		if (timeout == null) {
			throw new IOException("a request without a timeout");
		}
		return new TransportResponse(this.transport.exchange(request.build(), timeout));
	}

}
