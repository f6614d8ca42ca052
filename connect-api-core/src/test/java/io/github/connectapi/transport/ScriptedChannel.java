package io.github.connectapi.transport;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.util.Set;

/**
 * Channel without a socket, whose peer is a script. As with a channel of the JDK, an
 * interrupt closes it.
 */
final class ScriptedChannel extends SocketChannel {

	private final Peer peer;

	ScriptedChannel(Peer peer) {
		super(null);
		this.peer = peer;
	}

	@Override
	public int read(ByteBuffer target) throws IOException {
		return transfer(() -> this.peer.read(this, target));
	}

	@Override
	public int write(ByteBuffer source) throws IOException {
		return transfer(() -> this.peer.write(this, source));
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
		// The script reads whether the channel is blocking.
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

	/** The other end of the connection. */
	interface Peer {

		/** Receive as {@link SocketChannel#read(ByteBuffer)}. */
		int read(ScriptedChannel channel, ByteBuffer target) throws IOException;

		/** Send as {@link SocketChannel#write(ByteBuffer)}. */
		int write(ScriptedChannel channel, ByteBuffer source) throws IOException;

	}

	private interface Transfer {

		int run() throws IOException;

	}

}
