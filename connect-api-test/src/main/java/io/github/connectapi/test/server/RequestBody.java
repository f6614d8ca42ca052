package io.github.connectapi.test.server;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the body of a request up to a limit, so that no request fills the memory.
 */
final class RequestBody {

	static final int MAX_LENGTH = 10 * 1024 * 1024;

	/** Beyond it, the connection is closed while the client is still sending. */
	private static final long MAX_DISCARDED = 100L * 1024 * 1024;

	private RequestBody() {
	}

	/**
	 * Read the body. A body that is too long is read to its end without being stored,
	 * because most clients read no response before they have sent everything.
	 * @param in the stream of the body
	 * @return at most {@link #MAX_LENGTH} bytes, or one more if the body is longer
	 * @throws IOException if reading fails, or if the body is far too long
	 */
	static byte[] read(InputStream in) throws IOException {
		byte[] body = in.readNBytes(MAX_LENGTH + 1);
		if (body.length > MAX_LENGTH) {
			discard(in);
		}
		return body;
	}

	private static void discard(InputStream in) throws IOException {
		byte[] buffer = new byte[64 * 1024];
		long discarded = 0;
		int count = in.read(buffer);
		while (count >= 0) {
			discarded += count;
			if (discarded > MAX_DISCARDED) {
				throw new IOException("The body is longer than %s bytes".formatted(MAX_LENGTH + MAX_DISCARDED));
			}
			count = in.read(buffer);
		}
	}

}
