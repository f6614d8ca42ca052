package io.github.connectapi.transport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

import io.github.connectapi.Internal;

/**
 * Response whose body is in memory, so there is nothing to drain or close.
 */
@Internal
public final class TransportResponse implements ClientHttpResponse {

	private final int status;

	private final HttpHeaders headers;

	private final byte[] body;

	TransportResponse(int status, HttpHeaders headers, byte[] body) {
		this.status = status;
		this.headers = headers;
		this.body = body;
	}

	@Override
	public HttpStatusCode getStatusCode() {
		return HttpStatusCode.valueOf(this.status);
	}

	@Override
	public String getStatusText() {
		return "";
	}

	@Override
	public HttpHeaders getHeaders() {
		return this.headers;
	}

	@Override
	public InputStream getBody() {
		return new Body(this.body);
	}

	@Override
	public void close() {
		// The exchange ended before this response was created.
	}

	/**
	 * Read a body, without a copy unless a customizer replaced the body.
	 * @param body the body of a response
	 * @param limit the limit, exceeded by one byte at most
	 * @return the bytes of the body
	 * @throws IOException if the body cannot be read
	 */
	public static byte[] readBody(InputStream body, int limit) throws IOException {
		return (body instanceof Body original) ? original.bytes() : body.readNBytes(limit + 1);
	}

	private static final class Body extends ByteArrayInputStream {

		Body(byte[] bytes) {
			super(bytes);
		}

		byte[] bytes() {
			return this.buf;
		}

	}

}
