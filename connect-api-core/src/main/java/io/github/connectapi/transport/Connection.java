package io.github.connectapi.transport;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.SocketChannel;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Connection to a server, used by one exchange at a time. Its channel is blocking except
 * while it is checked. Everything that is buffered belongs to the current exchange.
 */
final class Connection {

	/** The JDK copies the bytes of each write to a buffer that the thread keeps. */
	private static final int MAX_WRITE = 16 * 1024;

	private final SocketChannel channel;

	final Target target;

	/** The proxy, {@link Proxy#NO_PROXY} for none. */
	final Proxy proxy;

	/** The TLS settings with which the connection was opened. */
	final @Nullable ConnectTls settings;

	final long openedAt;

	private @Nullable TlsLayer tls;

	/** Used by the pool only. */
	long idleSince;

	/** How long the connection may be idle, in nanoseconds. Used by the pool only. */
	long idleLimit;

	private boolean written;

	Connection(SocketChannel channel, Target target, Proxy proxy, @Nullable ConnectTls settings, long openedAt) {
		this.channel = channel;
		this.target = target;
		this.proxy = proxy;
		this.settings = settings;
		this.openedAt = openedAt;
	}

	/** Connect to an address, and close the channel if that fails. */
	void connect(InetSocketAddress address, Duration timeout) throws IOException {
		try {
			// Rounded up, because a timeout of 0 would mean none.
			this.channel.socket().connect(address, (int) Math.max(1, timeout.toMillis() + 1));
			this.channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
		}
		catch (IOException ex) {
			abort();
			throw ex;
		}
		catch (IllegalArgumentException ex) {
			abort();
			throw new IOException("the JVM does not support the family of the address", ex);
		}
	}

	/** Perform the TLS handshake. */
	void startTls() throws IOException {
		TlsLayer layer = new TlsLayer(this, ConnectTls.createEngine(this.settings, this.target));
		this.tls = layer;
		try {
			layer.handshake();
		}
		catch (IOException | RuntimeException ex) {
			close();
			throw ex;
		}
	}

	/** Return whether a proxy forwards plain HTTP requests. */
	boolean isForwarded() {
		return this.proxy.type() == Proxy.Type.HTTP && !this.target.secure();
	}

	/** Return the address to which the connection was opened, or null if it is closed. */
	@Nullable SocketAddress address() {
		return this.channel.socket().getRemoteSocketAddress();
	}

	/** Return the version of TLS, or "none". */
	String protocol() {
		return (this.tls != null) ? this.tls.protocol() : "none";
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
		if (this.tls != null) {
			this.tls.write(buffer);
		}
		else {
			send(buffer);
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
				ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
				TlsLayer tls = Connection.this.tls;
				return (tls != null) ? tls.read(buffer) : receive(buffer);
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
	 * Check an idle connection without waiting, and close it unless it can be used.
	 * @return whether it is open and the server sent nothing
	 */
	boolean checkUsable() {
		boolean usable = false;
		try {
			this.channel.configureBlocking(false);
			boolean quiet = (this.tls != null) ? this.tls.isQuiet() : receive(ByteBuffer.allocate(1)) == 0;
			this.channel.configureBlocking(true);
			usable = quiet;
		}
		catch (IOException | RuntimeException ex) {
			// The connection is closed.
		}
		finally {
			if (!usable) {
				abort();
			}
		}
		return usable;
	}

	/** Close the connection without waiting, after notifying the server. */
	void close() {
		try {
			if (this.tls != null) {
				this.channel.configureBlocking(false);
				this.tls.closeNotify();
			}
		}
		catch (IOException | RuntimeException ex) {
			// The connection is closed without notifying the server.
		}
		finally {
			abort();
		}
	}

	/** Close the connection. A thread that uses it fails immediately. */
	void abort() {
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			// The channel is closed nevertheless.
		}
	}

	/** Receive encrypted bytes, or plain ones without TLS. */
	int receive(ByteBuffer buffer) throws IOException {
		return this.channel.read(buffer);
	}

	/** Send encrypted bytes, or plain ones without TLS. */
	void send(ByteBuffer buffer) throws IOException {
		int limit = buffer.limit();
		while (buffer.position() < limit) {
			buffer.limit(Math.min(limit, buffer.position() + MAX_WRITE));
			if (transfer(buffer) == 0) {
				throw new IOException("the server does not read");
			}
		}
	}

	private int transfer(ByteBuffer buffer) throws IOException {
		boolean writtenBefore = this.written;
		// Set first, because a write that is interrupted may have sent bytes.
		this.written = true;
		try {
			return this.channel.write(buffer);
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
