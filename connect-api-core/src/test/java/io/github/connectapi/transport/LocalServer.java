package io.github.connectapi.transport;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Server that passes each connection to a script and keeps it open until it is closed.
 */
final class LocalServer implements AutoCloseable {

	static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

	private final ServerSocket socket;

	private final List<Socket> connections = new CopyOnWriteArrayList<>();

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private LocalServer(ServerSocket socket, Script script) {
		this.socket = socket;
		start(() -> {
			while (true) {
				Socket connection = socket.accept();
				this.connections.add(connection);
				start(() -> script.serve(this, connection));
			}
		});
	}

	static LocalServer start(Script script) throws IOException {
		return new LocalServer(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), script);
	}

	static LocalServer start(ServerSocket socket, Script script) {
		return new LocalServer(socket, script);
	}

	/** Return a script that sends the same response to every request. */
	static Script responding(String response) {
		return (server, connection) -> {
			while (server.next(connection) != null) {
				server.write(connection, response);
			}
		};
	}

	int port() {
		return this.socket.getLocalPort();
	}

	List<Socket> connections() {
		return this.connections;
	}

	List<String> requests() {
		return this.requests;
	}

	void write(Socket connection, String text) throws IOException {
		connection.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
	}

	/** Read and record the next request; null at the end of the connection. */
	String next(Socket connection) throws IOException {
		InputStream in = connection.getInputStream();
		StringBuilder request = new StringBuilder();
		while (request.indexOf("\r\n\r\n") < 0) {
			int next = in.read();
			if (next < 0) {
				return null;
			}
			request.append((char) next);
		}
		String[] length = request.toString().split("Content-Length: ");
		if (length.length > 1) {
			int count = Integer.parseInt(length[1].substring(0, length[1].indexOf('\r')));
			request.append(new String(in.readNBytes(count), StandardCharsets.ISO_8859_1));
		}
		this.requests.add(request.toString());
		return request.toString();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
		for (Socket connection : this.connections) {
			connection.close();
		}
	}

	private static void start(Work work) {
		Thread thread = new Thread(() -> {
			try {
				work.run();
			}
			catch (IOException ex) {
				// A socket was closed.
			}
		}, "local-server");
		thread.setDaemon(true);
		thread.start();
	}

	@FunctionalInterface
	interface Script {

		void serve(LocalServer server, Socket connection) throws IOException;

	}

	private interface Work {

		void run() throws IOException;

	}

}
