package io.github.connectapi.transport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.SocketChannel;

import org.jspecify.annotations.Nullable;

/**
 * Connection to a server, used by one exchange at a time. Its channel is blocking except
 * while it is checked. Everything that is buffered belongs to the current exchange.
 */
final class Connection {

	/** The JDK copies at most this number of bytes to a buffer of the thread. */
	private static final int MAX_TRANSFER = 16 * 1024;

	private final SocketChannel channel;

	private final Target target;

	private final @Nullable ConnectTls settings;

	private final @Nullable TlsLayer tls;

	private final boolean forwarded;

	private final long openedAt;

	/** Used by the pool only. */
	long idleSince;

	/** How long the connection may be idle, in nanoseconds. Used by the pool only. */
	long idleLimit;

	private boolean written;

	Connection(SocketChannel channel, Target target, @Nullable ConnectTls settings, @Nullable TlsLayer tls,
			boolean forwarded, long openedAt) {
		this.channel = channel;
		this.target = target;
		this.settings = settings;
		this.tls = tls;
		this.forwarded = forwarded;
		this.openedAt = openedAt;
	}

	Target target() {
		return this.target;
	}

	/** Return the TLS settings with which the connection was opened. */
	@Nullable ConnectTls settings() {
		return this.settings;
	}

	/** Return whether a proxy forwards plain HTTP requests. */
	boolean isForwarded() {
		return this.forwarded;
	}

	long openedAt() {
		return this.openedAt;
	}

	/** Begin an exchange. */
	void begin() {
		this.written = false;
	}

	/** Return whether a byte of the current exchange was sent, or may have been sent. */
	boolean isWritten() {
		return this.written;
	}

	void write(byte[] bytes, int length) throws IOException {
		ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
		if (this.tls == null) {
			transfer(buffer);
			return;
		}
		while (buffer.hasRemaining()) {
			transfer(this.tls.encrypt(buffer));
		}
	}

	/** Return a stream of the received bytes, which must not be closed. */
	InputStream input() {
		return new InputStream() {
			@Override
			public int read() throws IOException {
				byte[] single = new byte[1];
				return (read(single, 0, 1) < 0) ? -1 : single[0] & 0xff;
			}

			@Override
			public int read(byte[] bytes, int offset, int length) throws IOException {
				ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, Math.min(length, MAX_TRANSFER));
				TlsLayer tls = Connection.this.tls;
				return (tls != null) ? tls.read(buffer) : Connection.this.channel.read(buffer);
			}
		};
	}

	/**
	 * End an exchange and overwrite its buffers.
	 * @return whether nothing is left unread
	 */
	boolean finish() {
		return this.tls == null || this.tls.finish();
	}

	/**
	 * Check an idle connection without waiting.
	 * @return whether it is open and the server sent nothing
	 */
	boolean isUsable() {
		try {
			this.channel.configureBlocking(false);
			boolean usable = (this.tls != null) ? this.tls.isQuiet() : this.channel.read(ByteBuffer.allocate(1)) == 0;
			this.channel.configureBlocking(true);
			return usable;
		}
		catch (IOException | RuntimeException ex) {
			return false;
		}
	}

	/** Close the connection without waiting, after notifying the server. */
	void close() {
		if (this.tls != null) {
			this.tls.closeNotify();
		}
		abort();
	}

	/** Close the connection. A thread that uses it fails immediately. */
	void abort() {
		abort(this.channel);
	}

	static void abort(SocketChannel channel) {
		try {
			channel.close();
		}
		catch (IOException ex) {
			// The channel is closed nevertheless.
		}
	}

	private void transfer(ByteBuffer buffer) throws IOException {
		int end = buffer.limit();
		while (buffer.position() < end) {
			buffer.limit(Math.min(end, buffer.position() + MAX_TRANSFER));
			write(buffer);
		}
	}

	private void write(ByteBuffer buffer) throws IOException {
		boolean writtenBefore = this.written;
		// Set first, because a write that is interrupted may have sent bytes.
		this.written = true;
		try {
			this.channel.write(buffer);
		}
		catch (AsynchronousCloseException ex) {
			throw ex;
		}
		catch (IOException ex) {
			this.written = writtenBefore;
			throw ex;
		}
	}

}
