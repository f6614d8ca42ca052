package io.github.connectapi.transport;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

import org.apache.hc.core5.http.ClassicHttpResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

import io.github.connectapi.Internal;
import io.github.connectapi.transport.ExchangeState.Outcome;

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

	int length() {
		return this.body.length;
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

	/**
	 * Response whose body is read from the connection, with a limit for the time without
	 * a byte. The connection is used again only if the body was read to its end. Used by
	 * one thread at a time.
	 */
	@Internal
	public static final class Streamed implements Closeable {

		private final Transport transport;

		private final ExchangeState state;

		private final Connection connection;

		private final OneShotRequest oneShot;

		private final HttpExchange exchange;

		private final ClassicHttpResponse response;

		private final HttpHeaders headers;

		private final InputStream body;

		private boolean ended;

		private Streamed(Transport transport, ExchangeState state, Connection connection, OneShotRequest oneShot,
				HttpExchange exchange, ClassicHttpResponse response) throws IOException {
			this.transport = transport;
			this.state = state;
			this.connection = connection;
			this.oneShot = oneShot;
			this.exchange = exchange;
			this.response = response;
			this.headers = HttpExchange.headers(response);
			this.body = exchange.body(response);
		}

		/** Send the request and read the head of the response. */
		static Streamed start(Transport transport, ExchangeState state, Connection connection, OneShotRequest oneShot,
				HttpHeaders headers) throws IOException {
			HttpExchange exchange = new HttpExchange(connection, oneShot);
			boolean started = false;
			try {
				Transport.requireNotInterrupted();
				transport.awaitProgress(state, oneShot);
				ClassicHttpResponse head = exchange.start(HttpMethod.GET, headers, new RequestBuffer());
				state.pause();
				Streamed response = new Streamed(transport, state, connection, oneShot, exchange, head);
				started = true;
				return response;
			}
			catch (Exception | Error ex) {
				throw transport.failure(state, oneShot, connection.isWritten(), ex);
			}
			finally {
				if (!started) {
					exchange.finish();
				}
			}
		}

		/**
		 * Return the status code.
		 * @return the code, from 200 on
		 */
		public int status() {
			return this.response.getCode();
		}

		/**
		 * Return the headers.
		 * @return the headers of the server
		 */
		public HttpHeaders headers() {
			return this.headers;
		}

		/**
		 * Return whether a complete body differs from one that was cut off. That of plain
		 * http without a length does not.
		 * @return false if the caller must know the length
		 * @throws IOException if the head is malformed
		 */
		public boolean isEndCertain() throws IOException {
			return this.connection.target.secure() || !HttpCodec.endsWithConnection(this.response);
		}

		/**
		 * Read bytes of the body.
		 * @param bytes the buffer
		 * @return the number of bytes, or -1 at the end
		 * @throws IOException if the exchange failed, for instance because there was no
		 * byte in time, because the thread was interrupted or because the transport was
		 * closed
		 */
		public int read(byte[] bytes) throws IOException {
			if (this.ended) {
				return -1;
			}
			boolean read = false;
			try {
				Transport.requireNotInterrupted();
				this.transport.awaitProgress(this.state, this.oneShot);
				int count = this.body.read(bytes);
				this.state.pause();
				if (count < 0) {
					complete();
				}
				read = true;
				return count;
			}
			catch (Exception | Error ex) {
				throw this.transport.failure(this.state, this.oneShot, true, ex);
			}
			finally {
				if (!read) {
					close();
				}
			}
		}

		/** Abort the exchange unless the body was read to its end. */
		@Override
		public void close() {
			if (!this.ended) {
				this.ended = true;
				this.transport.end(this.state);
				this.exchange.finish();
			}
		}

		private void complete() throws IOException {
			this.exchange.complete(this.response);
			if (!this.state.end(Outcome.COMPLETED)) {
				throw new TransportException("the exchange was aborted");
			}
			close();
			this.transport.release(this.connection, this.exchange.idleLimit());
		}

	}

}
