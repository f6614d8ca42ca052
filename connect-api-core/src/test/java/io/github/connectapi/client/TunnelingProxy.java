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
 * Proxy that records everything it receives. It either opens a tunnel to one port of the
 * local machine, whatever the requested host is, or returns a fixed response.
 */
final class TunnelingProxy implements AutoCloseable {

	private static final String OPENED = "HTTP/1.1 200 Connection established\r\n\r\n";

	private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));

	private final ByteArrayOutputStream received = new ByteArrayOutputStream();

	private final int target;

	private final String response;

	private TunnelingProxy(int target, String response) throws IOException {
		this.target = target;
		this.response = response;
		start(this::accept);
	}

	static TunnelingProxy to(int target) throws IOException {
		return new TunnelingProxy(target, OPENED);
	}

	static TunnelingProxy rejecting(String response) throws IOException {
		return new TunnelingProxy(0, response);
	}

	int port() {
		return this.socket.getLocalPort();
	}

	/** Return all bytes received from clients, including those inside a tunnel. */
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
			client.getOutputStream().write(this.response.getBytes(StandardCharsets.US_ASCII));
			if (this.response.equals(OPENED)) {
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
				// A client or the server closed its connection.
			}
		}, "connect-proxy");
		thread.setDaemon(true);
		thread.start();
	}

	private interface Work {

		void run() throws IOException;

	}

}
