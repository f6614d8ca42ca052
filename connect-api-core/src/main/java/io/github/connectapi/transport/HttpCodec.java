package io.github.connectapi.transport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultContentLengthStrategy;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.impl.io.ContentLengthInputStream;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.impl.io.IdentityInputStream;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;
import org.apache.hc.core5.http.message.MessageSupport;
import org.apache.hc.core5.http.impl.BasicHttpTransportMetrics;

/**
 * Responses of HTTP/1.1, parsed by HttpCore with limits for lines, headers and interim
 * responses.
 */
final class HttpCodec {

	private static final int BUFFER_SIZE = 8 * 1024;

	/** The JDK copies the bytes of each read to a buffer that the thread keeps. */
	private static final int MAX_READ = 16 * 1024;

	private static final byte[] ZEROS = new byte[BUFFER_SIZE];

	private static final int MAX_LINE_LENGTH = 16 * 1024;

	private static final int MAX_INTERIM_RESPONSES = 20;

	private static final Http1Config LIMITS = Http1Config.custom()
		.setMaxLineLength(MAX_LINE_LENGTH)
		.setMaxHeaderCount(200)
		.build();

	private final InputStream input;

	private final SessionInputBufferImpl buffer = new SessionInputBufferImpl(new BasicHttpTransportMetrics(),
			BUFFER_SIZE, BUFFER_SIZE, MAX_LINE_LENGTH, null) {
		@Override
		public int fillBuffer(InputStream input) throws IOException {
			int count = super.fillBuffer(input);
			HttpCodec.this.ended = count < 0;
			return count;
		}
	};

	/** Whether the server closed the connection. */
	private boolean ended;

	/**
	 * Create a codec for one exchange.
	 * @param input the received bytes
	 */
	HttpCodec(InputStream input) {
		this.input = input;
	}

	/** Read the head of the final response. */
	ClassicHttpResponse readHead() throws IOException {
		try {
			for (int i = 0; i <= MAX_INTERIM_RESPONSES; i++) {
				ClassicHttpResponse response = new DefaultHttpResponseParser(LIMITS).parse(this.buffer, this.input);
				if (response == null || this.ended) {
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
	 * @param method the method of the request
	 * @param limit the limit, exceeded by one byte at most
	 */
	byte[] readBody(String method, ClassicHttpResponse response, int limit) throws IOException {
		if (!MessageSupport.canResponseHaveBody(method, response)) {
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
			int read = content.read(bytes, count, Math.min(bytes.length - count, MAX_READ));
			if (read < 0) {
				break;
			}
			count += read;
		}
		if (count == bytes.length) {
			return bytes;
		}
		byte[] body = Arrays.copyOf(bytes, count);
		Arrays.fill(bytes, (byte) 0);
		return body;
	}

	/**
	 * Return the body of a response, which must not be closed, because that would read
	 * the rest of it.
	 */
	InputStream body(ClassicHttpResponse response) throws IOException {
		return MessageSupport.canResponseHaveBody("GET", response) ? content(length(response))
				: InputStream.nullInputStream();
	}

	/** Return whether the end of the connection is the end of the body. */
	static boolean endsWithConnection(ClassicHttpResponse response) throws IOException {
		return MessageSupport.canResponseHaveBody("GET", response)
				&& length(response) == ContentLengthStrategy.UNDEFINED;
	}

	/** Return whether all received bytes were read. */
	boolean isDrained() {
		return !this.buffer.hasBufferedData();
	}

	/** Overwrite the buffer. */
	void wipe() {
		this.buffer.clear();
		try {
			this.buffer.fillBuffer(new ByteArrayInputStream(ZEROS));
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

}
