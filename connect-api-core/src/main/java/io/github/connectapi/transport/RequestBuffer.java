package io.github.connectapi.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.springframework.http.HttpHeaders;

/**
 * Bytes of a request, overwritten when they are no longer needed.
 */
final class RequestBuffer extends ByteArrayOutputStream {

	RequestBuffer() {
		super(2048);
	}

	@Override
	public synchronized void write(byte[] bytes, int offset, int length) {
		if (length > this.buf.length - this.count) {
			byte[] small = this.buf;
			this.buf = Arrays.copyOf(small, Math.max(2 * small.length, this.count + length));
			Arrays.fill(small, (byte) 0);
		}
		super.write(bytes, offset, length);
	}

	/** Write the head of a request, whose headers were checked. */
	void writeHead(String method, String requestTarget, HttpHeaders headers) {
		writeLine("%s %s HTTP/1.1".formatted(method, requestTarget));
		headers.forEach((name, values) -> values.forEach((value) -> writeLine(name + ": " + value)));
		writeLine("");
	}

	void sendTo(Connection connection) throws IOException {
		connection.write(this.buf, this.count);
	}

	void wipe() {
		Arrays.fill(this.buf, (byte) 0);
		reset();
	}

	private void writeLine(String line) {
		writeBytes("%s\r\n".formatted(line).getBytes(StandardCharsets.ISO_8859_1));
	}

}
