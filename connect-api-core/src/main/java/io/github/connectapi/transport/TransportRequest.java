package io.github.connectapi.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;

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

	private final RequestBuffer body = new RequestBuffer();

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
		return this.transport.exchange(headers, this.body, oneShot);
	}

}
