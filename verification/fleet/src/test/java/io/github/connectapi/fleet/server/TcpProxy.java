package io.github.connectapi.fleet.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Forwards connections to a server, which can change. Counts the bytes that clients
 * receive, and can delay what they send.
 */
final class TcpProxy implements AutoCloseable {

	private final ServerSocket listener;

	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

	private final AtomicLong received = new AtomicLong();

	private volatile CountDownLatch gate = new CountDownLatch(0);

	private volatile boolean delaying;

	private volatile int target;

	TcpProxy(int target) {
		this.target = target;
		try {
			this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		start(this::accept);
	}

	private static void start(Runnable task) {
		Thread thread = new Thread(task, "tcp-proxy");
		thread.setDaemon(true);
		thread.start();
	}

	private void accept() {
		while (!this.listener.isClosed()) {
			try {
				connect(this.listener.accept());
			}
			catch (IOException ex) {
				// The client has to connect again.
			}
		}
	}

	private void connect(Socket client) throws IOException {
		this.sockets.add(client);
		try {
			Socket server = new Socket(InetAddress.getLoopbackAddress(), this.target);
			this.sockets.add(server);
			start(() -> forward(client, server, true));
			start(() -> forward(server, client, false));
		}
		catch (IOException ex) {
			client.close();
		}
	}

	private void forward(Socket from, Socket to, boolean toServer) {
		byte[] buffer = new byte[8192];
		try (from; to; InputStream input = from.getInputStream(); OutputStream output = to.getOutputStream()) {
			for (int length = input.read(buffer); length >= 0; length = input.read(buffer)) {
				if (toServer) {
					awaitRelease();
				}
				else {
					this.received.addAndGet(length);
				}
				output.write(buffer, 0, length);
			}
		}
		catch (IOException | InterruptedException ex) {
			// One side has closed the connection.
		}
	}

	private void awaitRelease() throws InterruptedException {
		CountDownLatch closed = this.gate;
		this.delaying = closed.getCount() > 0;
		closed.await();
		this.delaying = false;
	}

	int port() {
		return this.listener.getLocalPort();
	}

	/** Return how many bytes clients have received. */
	long received() {
		return this.received.get();
	}

	/** Keep what clients send until {@link #release()}. */
	void delay() {
		this.gate = new CountDownLatch(1);
	}

	/**
	 * Return whether there are bytes that a client has sent, and that wait for the
	 * release.
	 */
	boolean isDelaying() {
		return this.delaying;
	}

	void release() {
		this.gate.countDown();
	}

	/** Close all connections, and forward new ones to another port. */
	void redirect(int toPort) {
		this.target = toPort;
		closeConnections();
	}

	private void closeConnections() {
		for (Socket socket : this.sockets) {
			try {
				socket.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		this.sockets.clear();
	}

	@Override
	public void close() {
		try {
			this.listener.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		release();
		closeConnections();
	}

}
