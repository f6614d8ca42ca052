package io.github.connectapi.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.AbstractClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;

import io.github.connectapi.Internal;

/**
 * A request with its body in memory; {@code RestClient} hands it what it may be as an
 * attribute.
 */
@Internal
public final class TransportRequest extends AbstractClientHttpRequest {

	public static final String ALLOWED = TransportRequest.class.getName() + ".allowed";

	private final Transport transport;

	private final URI uri;

	private final HttpMethod method;

	private final TransportBuffer body = new TransportBuffer();

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
		if (!(getAttributes().get(ALLOWED) instanceof OneShotRequest allowed)) {
			throw new RequestRejectedException("a customizer removed an attribute of the request");
		}
		allowed.claim(this.method, this.uri);
		TransportBody content = new TransportBody(this.body.publisher());
		HttpRequest.Builder request = HttpRequest.newBuilder(this.uri).POST(content);
		for (String name : headers.headerNames()) {
			// The JDK's client sets the length itself and refuses to be told.
			if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)) {
				addHeader(request, name, headers.getOrEmpty(name));
			}
		}
		return new TransportResponse(this.transport.exchange(request.build(), content, allowed));
	}

	private static void addHeader(HttpRequest.Builder request, String name, List<String> values)
			throws RequestRejectedException {
		try {
			values.forEach((value) -> request.header(name, value));
		}
		catch (IllegalArgumentException ex) {
			// Not as the cause: its message quotes the value.
			throw new RequestRejectedException("a customizer set a header that cannot be sent");
		}
	}

	/** What is written is published as it is, without a copy. */
	private static final class TransportBuffer extends ByteArrayOutputStream {

		TransportBuffer() {
			super(512);
		}

		HttpRequest.BodyPublisher publisher() {
			return HttpRequest.BodyPublishers.ofByteArray(this.buf, 0, this.count);
		}

	}

}
