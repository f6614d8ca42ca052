package io.github.connectapi.rest;

import java.io.IOException;
import java.io.InputStream;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

import io.github.connectapi.transport.TransportResponse;

/**
 * Response of another server, such as a file. It is not in memory.
 */
final class StreamedResponse implements ClientHttpResponse {

	private final TransportResponse.Streamed response;

	private final InputStream body;

	StreamedResponse(TransportResponse.Streamed response) {
		this.response = response;
		this.body = new Body(response);
	}

	@Override
	public HttpStatusCode getStatusCode() {
		return HttpStatusCode.valueOf(this.response.status());
	}

	@Override
	public String getStatusText() {
		return "";
	}

	@Override
	public HttpHeaders getHeaders() {
		return this.response.headers();
	}

	@Override
	public InputStream getBody() {
		return this.body;
	}

	@Override
	public void close() {
		this.response.close();
	}

	private static final class Body extends InputStream {

		private final TransportResponse.Streamed response;

		private final byte[] buffer = new byte[64 * 1024];

		private int position;

		private int limit;

		Body(TransportResponse.Streamed response) {
			this.response = response;
		}

		@Override
		public int read() throws IOException {
			return fill() ? this.buffer[this.position++] & 0xff : -1;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			if (length == 0) {
				return 0;
			}
			if (!fill()) {
				return -1;
			}
			int count = Math.min(length, this.limit - this.position);
			System.arraycopy(this.buffer, this.position, bytes, offset, count);
			this.position += count;
			return count;
		}

		private boolean fill() throws IOException {
			if (this.position == this.limit) {
				this.position = 0;
				this.limit = Math.max(0, this.response.read(this.buffer));
			}
			return this.position < this.limit;
		}

		@Override
		public void close() {
			this.response.close();
		}

	}

}
