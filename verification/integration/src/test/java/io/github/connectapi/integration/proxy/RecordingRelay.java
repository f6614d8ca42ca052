package io.github.connectapi.integration.proxy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Stands before a proxy or a server and records what it receives.
 */
final class RecordingRelay implements AutoCloseable {

	private final ByteArrayOutputStream received = new ByteArrayOutputStream();

	private final InetSocketAddress target;

	private final ServerSocket socket;

	private RecordingRelay(InetSocketAddress target, InetAddress address) throws IOException {
		this.target = target;
		this.socket = new ServerSocket(0, 50, address);
	}

	static RecordingRelay to(InetSocketAddress target) throws IOException {
		return to(target, InetAddress.getLoopbackAddress());
	}

	static RecordingRelay to(InetSocketAddress target, InetAddress address) throws IOException {
		RecordingRelay relay = new RecordingRelay(target, address);
		start(relay::accept);
		return relay;
	}

	InetSocketAddress address() {
		return (InetSocketAddress) this.socket.getLocalSocketAddress();
	}

	/** Return all bytes that the proxy has received. */
	String received() {
		return this.received.toString(StandardCharsets.ISO_8859_1);
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

	private void accept() throws IOException {
		while (true) {
			Socket client = this.socket.accept();
			Socket proxy = new Socket(this.target.getAddress(), this.target.getPort());
			start(() -> copy(client, proxy, this.received));
			start(() -> copy(proxy, client, OutputStream.nullOutputStream()));
		}
	}

	private static void copy(Socket from, Socket to, OutputStream copy) throws IOException {
		try (from; to) {
			InputStream in = from.getInputStream();
			byte[] bytes = new byte[8192];
			for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
				copy.write(bytes, 0, read);
				to.getOutputStream().write(bytes, 0, read);
			}
		}
	}

	private static void start(Work work) {
		Thread thread = new Thread(() -> {
			try {
				work.run();
			}
			catch (IOException ex) {
				// One side has closed its connection.
			}
		}, "recording-relay");
		thread.setDaemon(true);
		thread.start();
	}

	private interface Work {

		void run() throws IOException;

	}

}
