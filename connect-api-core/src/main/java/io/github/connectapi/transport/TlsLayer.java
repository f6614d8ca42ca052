package io.github.connectapi.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

import org.jspecify.annotations.Nullable;

/**
 * TLS over a channel. Buffers exist during the handshake and during an exchange only, and
 * they are overwritten afterwards.
 */
final class TlsLayer {

	private static final ByteBuffer EMPTY = ByteBuffer.allocate(0);

	/** The JDK copies at most this number of bytes to a buffer of the thread. */
	private static final int MAX_TRANSFER = 16 * 1024;

	private final SocketChannel channel;

	private final SSLEngine engine;

	/** Received records, ready to be read. */
	private ByteBuffer received = EMPTY;

	/** Decrypted bytes, ready to be read. */
	private ByteBuffer decrypted = EMPTY;

	private ByteBuffer encrypted = EMPTY;

	TlsLayer(SocketChannel channel, SSLEngine engine) {
		this.channel = channel;
		this.engine = engine;
	}

	/** Perform the handshake on a blocking channel. */
	void handshake() throws IOException {
		this.engine.beginHandshake();
		try {
			HandshakeStatus status = this.engine.getHandshakeStatus();
			while (status != HandshakeStatus.NOT_HANDSHAKING) {
				switch (status) {
					case NEED_TASK -> this.engine.getDelegatedTask().run();
					case NEED_WRAP -> send(encrypt(EMPTY.duplicate()));
					default -> {
						if (decrypt() == SSLEngineResult.Status.CLOSED) {
							throw new SSLException("the server closed the connection in the handshake");
						}
					}
				}
				status = this.engine.getHandshakeStatus();
			}
		}
		catch (IOException | RuntimeException ex) {
			closeNotify();
			throw ex;
		}
	}

	/** Return the next encrypted record, with as many bytes of the buffer as fit. */
	ByteBuffer encrypt(ByteBuffer bytes) throws IOException {
		if (this.encrypted.capacity() == 0) {
			this.encrypted = ByteBuffer.allocate(this.engine.getSession().getPacketBufferSize());
		}
		this.encrypted.clear();
		SSLEngineResult result = this.engine.wrap(bytes, this.encrypted);
		if (result.getStatus() == SSLEngineResult.Status.BUFFER_OVERFLOW) {
			this.encrypted = ByteBuffer.allocate(2 * this.encrypted.capacity());
			return encrypt(bytes);
		}
		if (result.bytesProduced() == 0
				&& (result.getStatus() == SSLEngineResult.Status.CLOSED || bytes.hasRemaining())) {
			throw new SSLException("the TLS session cannot send");
		}
		return this.encrypted.flip();
	}

	/** Read as {@code SocketChannel.read} does: -1 means that the server said goodbye. */
	int read(ByteBuffer target) throws IOException {
		while (!this.decrypted.hasRemaining()) {
			if (decrypt() == SSLEngineResult.Status.CLOSED) {
				return -1;
			}
			afterHandshake();
		}
		int count = Math.min(target.remaining(), this.decrypted.remaining());
		target.put(this.decrypted.slice(this.decrypted.position(), count));
		this.decrypted.position(this.decrypted.position() + count);
		return count;
	}

	/**
	 * Overwrite the buffers. Session tickets that are left are passed to the engine.
	 * @return whether nothing else is left
	 */
	boolean finish() {
		boolean empty = isEmpty();
		for (ByteBuffer buffer : new ByteBuffer[] { this.received, this.decrypted, this.encrypted }) {
			wipe(buffer);
		}
		this.received = EMPTY;
		this.decrypted = EMPTY;
		this.encrypted = EMPTY;
		return empty;
	}

	/**
	 * Check an idle connection whose channel does not block.
	 * @return whether it is open and received session tickets at most
	 */
	boolean isQuiet() throws IOException {
		prepareToReceive(this.engine.getSession().getPacketBufferSize());
		int count = receive();
		return count == 0 || (count > 0 && finish());
	}

	/** Send as much of a {@code close_notify} alert as is possible without waiting. */
	void closeNotify() {
		try {
			this.engine.closeOutbound();
			this.channel.configureBlocking(false);
			while (!this.engine.isOutboundDone()) {
				ByteBuffer alert = encrypt(EMPTY.duplicate());
				if (!alert.hasRemaining() || this.channel.write(alert) == 0) {
					return;
				}
			}
		}
		catch (IOException | RuntimeException ex) {
			// The connection is closed without the alert.
		}
	}

	private boolean isEmpty() {
		try {
			while (!this.decrypted.hasRemaining() && this.received.hasRemaining()) {
				if (unwrap() != SSLEngineResult.Status.OK) {
					return false;
				}
				afterHandshake();
			}
			return !this.decrypted.hasRemaining() && !this.engine.isInboundDone();
		}
		catch (IOException | RuntimeException ex) {
			return false;
		}
	}

	/** Decrypt the next record, and wait for it if necessary. */
	private SSLEngineResult.Status decrypt() throws IOException {
		SSLEngineResult.Status status = unwrap();
		while (status == SSLEngineResult.Status.BUFFER_UNDERFLOW) {
			prepareToReceive(this.engine.getSession().getPacketBufferSize());
			if (receive() < 0) {
				// Fails, because the server did not announce the end.
				this.engine.closeInbound();
				return SSLEngineResult.Status.CLOSED;
			}
			status = unwrap();
		}
		return status;
	}

	private SSLEngineResult.Status unwrap() throws IOException {
		if (this.decrypted.capacity() == 0) {
			this.decrypted = ByteBuffer.allocate(this.engine.getSession().getApplicationBufferSize());
			this.decrypted.limit(0);
		}
		this.decrypted.compact();
		SSLEngineResult.Status status;
		try {
			status = this.engine.unwrap(this.received, this.decrypted).getStatus();
		}
		finally {
			this.decrypted.flip();
		}
		if (status == SSLEngineResult.Status.BUFFER_OVERFLOW) {
			this.decrypted = grow(this.decrypted);
			return unwrap();
		}
		return status;
	}

	/** Make room for at least one record of the given length. */
	private void prepareToReceive(int capacity) {
		if (this.received.capacity() == 0) {
			this.received = ByteBuffer.allocate(capacity);
			this.received.limit(0);
		}
		else if (this.received.remaining() == this.received.capacity()) {
			this.received = grow(this.received);
		}
	}

	/** Return the number of received bytes, or -1 at the end of the stream. */
	private int receive() throws IOException {
		this.received.compact();
		try {
			this.received.limit(Math.min(this.received.capacity(), this.received.position() + MAX_TRANSFER));
			return this.channel.read(this.received);
		}
		finally {
			this.received.flip();
		}
	}

	/**
	 * Respond to a key update of TLS 1.3. A renegotiation of TLS 1.2 is refused, because
	 * it would verify certificates during an exchange.
	 */
	private void afterHandshake() throws IOException {
		HandshakeStatus status = this.engine.getHandshakeStatus();
		while (status == HandshakeStatus.NEED_WRAP && this.engine.getSession().getProtocol().equals("TLSv1.3")) {
			send(encrypt(EMPTY.duplicate()));
			status = this.engine.getHandshakeStatus();
		}
		if (status != HandshakeStatus.NOT_HANDSHAKING) {
			throw new SSLException("the server requested a renegotiation");
		}
	}

	private void send(ByteBuffer record) throws IOException {
		int end = record.limit();
		while (record.position() < end) {
			record.limit(Math.min(end, record.position() + MAX_TRANSFER));
			if (this.channel.write(record) == 0) {
				throw new SSLException("the server does not read");
			}
		}
	}

	private static ByteBuffer grow(ByteBuffer buffer) {
		ByteBuffer larger = ByteBuffer.allocate(2 * buffer.capacity());
		larger.put(buffer);
		wipe(buffer);
		return larger.flip();
	}

	private static void wipe(ByteBuffer buffer) {
		Arrays.fill(buffer.array(), buffer.arrayOffset(), buffer.arrayOffset() + buffer.capacity(), (byte) 0);
	}

}
