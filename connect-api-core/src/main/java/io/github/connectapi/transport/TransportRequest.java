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
 * Request with its body in memory. {@code RestClient} passes the {@link OneShotRequest}
 * as an attribute.
 */
@Internal
public final class TransportRequest extends AbstractClientHttpRequest {

	/** Name of the request attribute that holds the {@link OneShotRequest}. */
	public static final String ONE_SHOT_ATTRIBUTE = TransportRequest.class.getName() + ".oneShot";

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
		if (!(getAttributes().get(ONE_SHOT_ATTRIBUTE) instanceof OneShotRequest oneShot)) {
			throw new RequestRejectedException("a customizer removed an attribute of the request");
		}
		oneShot.claim(this.method, this.uri);
		TransportBody content = new TransportBody(this.body.publisher());
		HttpRequest.Builder request = HttpRequest.newBuilder(this.uri).POST(content);
		for (String name : headers.headerNames()) {
			// The client of the JDK sets the length and rejects the header.
			if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)) {
				addHeader(request, name, headers.getOrEmpty(name));
			}
		}
		return new TransportResponse(this.transport.exchange(request.build(), content, oneShot));
	}

	private static void addHeader(HttpRequest.Builder request, String name, List<String> values)
			throws RequestRejectedException {
		try {
			values.forEach((value) -> request.header(name, value));
		}
		catch (IllegalArgumentException ex) {
			// Not used as the cause, because its message quotes the value.
			throw new RequestRejectedException("a customizer set a header that cannot be sent");
		}
	}

	/** Publishes its content without copying it. */
	private static final class TransportBuffer extends ByteArrayOutputStream {

		TransportBuffer() {
			super(512);
		}

		HttpRequest.BodyPublisher publisher() {
			return HttpRequest.BodyPublishers.ofByteArray(this.buf, 0, this.count);
		}

	}

}
