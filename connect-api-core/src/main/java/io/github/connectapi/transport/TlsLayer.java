package io.github.connectapi.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;

/**
 * TLS over a connection. Buffers exist during the handshake and during an exchange only,
 * and they are overwritten afterwards.
 */
final class TlsLayer {

	/** The longest record that the specifications of TLS permit, rounded up. */
	private static final int MAX_RECORD = 19 * 1024;

	private static final ByteBuffer EMPTY = ByteBuffer.allocate(0);

	private final Connection connection;

	private final SSLEngine engine;

	/** Received records, ready to be read. JSSE decrypts them in place. */
	private ByteBuffer received = EMPTY;

	/** Decrypted bytes, ready to be read. */
	private ByteBuffer decrypted = EMPTY;

	private ByteBuffer encrypted = EMPTY;

	TlsLayer(Connection connection, SSLEngine engine) {
		this.connection = connection;
		this.engine = engine;
	}

	/** Perform the handshake on a blocking channel. */
	void handshake() throws IOException {
		this.engine.beginHandshake();
		HandshakeStatus status = this.engine.getHandshakeStatus();
		while (status != HandshakeStatus.NOT_HANDSHAKING) {
			switch (status) {
				case NEED_TASK -> this.engine.getDelegatedTask().run();
				case NEED_WRAP -> write(EMPTY.duplicate());
				default -> {
					if (!decrypt()) {
						throw new SSLException("the server closed the connection in the handshake");
					}
				}
			}
			status = this.engine.getHandshakeStatus();
		}
	}

	/** Return the version of TLS. */
	String protocol() {
		return this.engine.getSession().getProtocol();
	}

	/** Send bytes, or the next message of the handshake if there are none. */
	void write(ByteBuffer bytes) throws IOException {
		do {
			this.encrypted = ensureCapacity(this.encrypted, this.engine.getSession().getPacketBufferSize());
			this.encrypted.clear();
			SSLEngineResult result = this.engine.wrap(bytes, this.encrypted);
			if (result.bytesProduced() == 0 && (result.getStatus() != Status.OK || bytes.hasRemaining())) {
				throw new SSLException("the TLS session cannot send");
			}
			this.connection.send(this.encrypted.flip());
		}
		while (bytes.hasRemaining());
	}

	/** Read as {@code SocketChannel.read} does: -1 means that the server said goodbye. */
	int read(ByteBuffer target) throws IOException {
		while (!this.decrypted.hasRemaining()) {
			if (!decrypt()) {
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
		wipe(this.received);
		wipe(this.decrypted);
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
		int count = receive();
		return count == 0 || (count > 0 && finish());
	}

	/** Send a {@code close_notify} alert, or the alert that a failure caused. */
	void closeNotify() throws IOException {
		this.engine.closeOutbound();
		write(EMPTY.duplicate());
	}

	private boolean isEmpty() {
		try {
			while (!this.decrypted.hasRemaining() && this.received.hasRemaining()) {
				if (unwrap() != Status.OK) {
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

	/** Decrypt the next record, and wait for it. Return false at the end. */
	private boolean decrypt() throws IOException {
		Status status = unwrap();
		while (status == Status.BUFFER_UNDERFLOW) {
			if (receive() < 0) {
				// Fails, because the server did not announce the end.
				this.engine.closeInbound();
				return false;
			}
			status = unwrap();
		}
		return status == Status.OK;
	}

	private Status unwrap() throws IOException {
		Status status;
		do {
			this.decrypted = ensureCapacity(this.decrypted, this.engine.getSession().getApplicationBufferSize());
			this.decrypted.clear();
			try {
				status = this.engine.unwrap(this.received, this.decrypted).getStatus();
			}
			finally {
				this.decrypted.flip();
			}
		}
		while (status == Status.BUFFER_OVERFLOW
				&& this.decrypted.capacity() < this.engine.getSession().getApplicationBufferSize());
		return status;
	}

	/** Return the number of received bytes, or -1 at the end of the stream. */
	private int receive() throws IOException {
		this.received = ensureCapacity(this.received, this.engine.getSession().getPacketBufferSize());
		if (this.received.remaining() == this.received.capacity()) {
			throw new SSLException("a TLS record is too long");
		}
		this.received.compact();
		try {
			return this.connection.receive(this.received);
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
		while (status == HandshakeStatus.NEED_WRAP && protocol().equals("TLSv1.3")) {
			write(EMPTY.duplicate());
			status = this.engine.getHandshakeStatus();
		}
		if (status != HandshakeStatus.NOT_HANDSHAKING) {
			throw new SSLException("the server requested a renegotiation");
		}
	}

	/**
	 * Return a buffer for the given length and at least one record, with equal content.
	 */
	private static ByteBuffer ensureCapacity(ByteBuffer buffer, int length) {
		if (buffer.capacity() >= Math.max(length, MAX_RECORD)) {
			return buffer;
		}
		ByteBuffer larger = ByteBuffer.allocate(Math.max(length, MAX_RECORD));
		larger.put(buffer).flip();
		wipe(buffer);
		return larger;
	}

	private static void wipe(ByteBuffer buffer) {
		Arrays.fill(buffer.array(), buffer.arrayOffset(), buffer.arrayOffset() + buffer.capacity(), (byte) 0);
	}

}
