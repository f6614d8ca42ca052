package io.github.connectapi.transport;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultContentLengthStrategy;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.impl.io.ContentLengthInputStream;
import org.apache.hc.core5.http.impl.io.DefaultHttpRequestWriter;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.impl.io.IdentityInputStream;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;
import org.apache.hc.core5.http.impl.io.SessionOutputBufferImpl;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.message.MessageSupport;
import org.apache.hc.core5.http.impl.BasicHttpTransportMetrics;

import org.springframework.http.HttpHeaders;

/**
 * HTTP/1.1 messages of one exchange, written and parsed by HttpCore with limits for
 * lines, headers and interim responses.
 */
final class HttpCodec {

	private static final int BUFFER_SIZE = 8 * 1024;

	private static final int MAX_LINE_LENGTH = 16 * 1024;

	private static final int MAX_INTERIM_RESPONSES = 20;

	private static final Http1Config LIMITS = Http1Config.custom()
		.setMaxLineLength(MAX_LINE_LENGTH)
		.setMaxHeaderCount(200)
		.build();

	private final EndTrackingInputStream input;

	private final SessionInputBufferImpl buffer = new SessionInputBufferImpl(new BasicHttpTransportMetrics(),
			BUFFER_SIZE, BUFFER_SIZE, MAX_LINE_LENGTH, null);

	/**
	 * Create a codec for one exchange.
	 * @param input the received bytes
	 */
	HttpCodec(InputStream input) {
		this.input = new EndTrackingInputStream(input);
	}

	/** Write the head of a request. */
	static void writeHead(String method, String requestTarget, HttpHeaders headers, OutputStream output)
			throws IOException {
		ClassicHttpRequest request = new BasicClassicHttpRequest(method, (HttpHost) null, requestTarget);
		headers.forEach((name, values) -> values.forEach((value) -> request.addHeader(name, value)));
		SessionOutputBufferImpl head = new SessionOutputBufferImpl(BUFFER_SIZE);
		try {
			new DefaultHttpRequestWriter().write(request, head, output);
		}
		catch (HttpException ex) {
			throw malformed(ex);
		}
		head.flush(output);
		// Overwrites the buffer of the codec, which may contain a key of a proxy.
		head.write(new byte[BUFFER_SIZE - 1], OutputStream.nullOutputStream());
	}

	/** Read the head of the final response. */
	ClassicHttpResponse readHead() throws IOException {
		try {
			for (int i = 0; i <= MAX_INTERIM_RESPONSES; i++) {
				ClassicHttpResponse response = new DefaultHttpResponseParser(LIMITS).parse(this.buffer, this.input);
				if (response == null || this.input.ended) {
					// The codec accepts a head that ends with the connection.
					throw new NoHttpResponseException("");
				}
				int status = response.getCode();
				if (status < 100 || status == 101 || status > 999 || response.getVersion().getMajor() != 1) {
					throw new ProtocolException();
				}
				if (status >= 200) {
					return response;
				}
			}
			throw new ProtocolException();
		}
		catch (HttpException | IllegalArgumentException ex) {
			throw malformed(ex);
		}
	}

	/**
	 * Read the body of a response.
	 * @param limit the limit, exceeded by one byte at most
	 */
	byte[] readBody(ClassicHttpResponse response, int limit) throws IOException {
		if (!MessageSupport.canResponseHaveBody("POST", response)) {
			return new byte[0];
		}
		long length = length(response);
		byte[] bytes = new byte[(int) Math.min((length >= 0) ? length : BUFFER_SIZE, Math.min(limit + 1, 64 * 1024))];
		int count = 0;
		// Not closed, because that would read the rest of the body.
		InputStream content = content(length);
		while (count <= limit && count != length) {
			if (count == bytes.length) {
				bytes = enlarge(bytes, limit + 1);
			}
			int read = content.read(bytes, count, bytes.length - count);
			if (read < 0) {
				break;
			}
			count += read;
		}
		return (count == bytes.length) ? bytes : Arrays.copyOf(bytes, count);
	}

	/** Return whether all received bytes were read. */
	boolean isDrained() {
		return !this.buffer.hasBufferedData();
	}

	/** Overwrite the buffer. */
	void wipe() {
		this.buffer.clear();
		try {
			this.buffer.fillBuffer(new ZeroInputStream());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static long length(ClassicHttpResponse response) throws IOException {
		try {
			return DefaultContentLengthStrategy.INSTANCE.determineLength(response);
		}
		catch (HttpException | IllegalArgumentException ex) {
			throw malformed(ex);
		}
	}

	private InputStream content(long length) {
		if (length == ContentLengthStrategy.CHUNKED) {
			return new ChunkedInputStream(this.buffer, this.input, LIMITS);
		}
		return (length >= 0) ? new ContentLengthInputStream(this.buffer, this.input, length)
				: new IdentityInputStream(this.buffer, this.input);
	}

	private static byte[] enlarge(byte[] bytes, int maxLength) {
		byte[] larger = Arrays.copyOf(bytes, (int) Math.min(maxLength, Math.max(BUFFER_SIZE, 2L * bytes.length)));
		Arrays.fill(bytes, (byte) 0);
		return larger;
	}

	/** The message of the codec is not used, because it quotes the server. */
	private static IOException malformed(Exception ex) {
		return new TransportException(ex.getClass().getSimpleName());
	}

	/** Records whether the server closed the connection. */
	private static final class EndTrackingInputStream extends FilterInputStream {

		private boolean ended;

		EndTrackingInputStream(InputStream input) {
			super(input);
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			int count = super.read(bytes, offset, length);
			this.ended = count < 0;
			return count;
		}

	}

	private static final class ZeroInputStream extends InputStream {

		@Override
		public int read() {
			return 0;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) {
			Arrays.fill(bytes, offset, offset + length, (byte) 0);
			return length;
		}

	}

}
