package io.github.connectapi.transport;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Channel without a socket, to a server that responds immediately to each request. As
 * with a channel of the JDK, an interrupt closes it.
 */
final class MemoryChannel extends SocketChannel {

	private static final byte[] RESPONSE = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"
		.getBytes(StandardCharsets.US_ASCII);

	private boolean responding;

	private int requests;

	@SuppressWarnings("NullAway") // The provider is not used.
	MemoryChannel() {
		super(null);
	}

	/** Return the number of requests that were sent. */
	int requests() {
		return this.requests;
	}

	@Override
	public int read(ByteBuffer target) throws IOException {
		return transfer(() -> {
			if (!this.responding) {
				return 0;
			}
			this.responding = false;
			target.put(RESPONSE);
			return RESPONSE.length;
		});
	}

	@Override
	public int write(ByteBuffer source) throws IOException {
		return transfer(() -> {
			int count = source.remaining();
			source.position(source.limit());
			this.responding = true;
			this.requests++;
			return count;
		});
	}

	@Override
	public long read(ByteBuffer[] targets, int offset, int length) {
		throw new UnsupportedOperationException();
	}

	@Override
	public long write(ByteBuffer[] sources, int offset, int length) {
		throw new UnsupportedOperationException();
	}

	@Override
	public SocketChannel bind(SocketAddress local) {
		throw new UnsupportedOperationException();
	}

	@Override
	public <T> SocketChannel setOption(SocketOption<T> name, T value) {
		return this;
	}

	@Override
	public <T> T getOption(SocketOption<T> name) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Set<SocketOption<?>> supportedOptions() {
		return Set.of();
	}

	@Override
	public SocketChannel shutdownInput() {
		throw new UnsupportedOperationException();
	}

	@Override
	public SocketChannel shutdownOutput() {
		throw new UnsupportedOperationException();
	}

	@Override
	public Socket socket() {
		throw new UnsupportedOperationException();
	}

	@Override
	public boolean isConnected() {
		return true;
	}

	@Override
	public boolean isConnectionPending() {
		return false;
	}

	@Override
	public boolean connect(SocketAddress remote) {
		throw new UnsupportedOperationException();
	}

	@Override
	public boolean finishConnect() {
		return true;
	}

	@Override
	public SocketAddress getRemoteAddress() {
		throw new UnsupportedOperationException();
	}

	@Override
	public SocketAddress getLocalAddress() {
		throw new UnsupportedOperationException();
	}

	@Override
	protected void implCloseSelectableChannel() {
		// Nothing to release.
	}

	@Override
	protected void implConfigureBlocking(boolean block) {
		// A read never waits.
	}

	private int transfer(Transfer transfer) throws IOException {
		if (!isOpen()) {
			throw new ClosedChannelException();
		}
		int count = 0;
		try {
			begin();
			count = isOpen() ? transfer.run() : 0;
		}
		finally {
			end(count > 0);
		}
		return count;
	}

	private interface Transfer {

		int run();

	}

}
