package io.github.connectapi.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A proxy that keeps all it is sent. It opens a tunnel to one port of this machine, be
 * the host that it was asked for what it may, or refuses to.
 */
final class TunnelingProxy implements AutoCloseable {

	private static final String OPENED = "HTTP/1.1 200 Connection established\r\n\r\n";

	private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));

	private final ByteArrayOutputStream received = new ByteArrayOutputStream();

	private final int target;

	private final String answer;

	private TunnelingProxy(int target, String answer) throws IOException {
		this.target = target;
		this.answer = answer;
		start(this::accept);
	}

	static TunnelingProxy to(int target) throws IOException {
		return new TunnelingProxy(target, OPENED);
	}

	static TunnelingProxy refusing(String answer) throws IOException {
		return new TunnelingProxy(0, answer);
	}

	int port() {
		return this.socket.getLocalPort();
	}

	/** All bytes that came from clients, inside a tunnel too. */
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
			start(() -> serve(client));
		}
	}

	private void serve(Socket client) throws IOException {
		try (client) {
			InputStream in = client.getInputStream();
			while (!received().endsWith("\r\n\r\n")) {
				this.received.write(in.read());
			}
			client.getOutputStream().write(this.answer.getBytes(StandardCharsets.US_ASCII));
			if (this.answer.equals(OPENED)) {
				try (Socket server = new Socket(this.socket.getInetAddress(), this.target)) {
					start(() -> copy(server.getInputStream(), client.getOutputStream(), new ByteArrayOutputStream()));
					copy(in, server.getOutputStream(), this.received);
				}
			}
		}
	}

	private static void copy(InputStream in, OutputStream out, OutputStream copy) throws IOException {
		byte[] bytes = new byte[8192];
		for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
			copy.write(bytes, 0, read);
			out.write(bytes, 0, read);
		}
	}

	private static void start(Work work) {
		Thread thread = new Thread(() -> {
			try {
				work.run();
			}
			catch (IOException ex) {
				// Somebody left.
			}
		}, "connect-proxy");
		thread.setDaemon(true);
		thread.start();
	}

	private interface Work {

		void run() throws IOException;

	}

}
