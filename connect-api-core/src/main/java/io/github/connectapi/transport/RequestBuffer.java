package io.github.connectapi.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

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

	void sendTo(Connection connection) throws IOException {
		connection.write(this.buf, this.count);
	}

	void wipe() {
		Arrays.fill(this.buf, (byte) 0);
		reset();
	}

}
