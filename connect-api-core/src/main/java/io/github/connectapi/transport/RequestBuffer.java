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

	void sendTo(Connection connection) throws IOException {
		connection.write(this.buf, this.count);
	}

	void wipe() {
		Arrays.fill(this.buf, (byte) 0);
		reset();
	}

}
