package io.github.connectapi.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/**
 * Server that reads one request from each connection and then runs a script that controls
 * every byte. For tests that the fake server does not support.
 */
final class RawServer implements AutoCloseable {

	private final ServerSocket socket;

	private final String scheme;

	private final boolean reading;

	private final Script script;

	private final List<Request> requests = new CopyOnWriteArrayList<>();

	private final AtomicInteger connections = new AtomicInteger();

	private final AtomicLong written = new AtomicLong();

	private final CountDownLatch closed = new CountDownLatch(1);

	private RawServer(ServerSocket socket, String scheme, boolean reading, Script script) {
		this.socket = socket;
		this.scheme = scheme;
		this.reading = reading;
		this.script = script;
		start(this::accept);
	}

	static RawServer start(Script script) throws IOException {
		return new RawServer(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), "http", true, script);
	}

	/** Start a server with an https URL whose script gets each connection unread. */
	static RawServer startUnread(Script script) throws IOException {
		return new RawServer(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), "https", false, script);
	}

	static RawServer startTls(SSLContext context, String protocol, Script script) throws IOException {
		return new RawServer(tlsSocket(context, protocol), "https", true, script);
	}

	/** Start a server that requires a client certificate. */
	static RawServer startMutualTls(SSLContext context, String protocol, Script script) throws IOException {
		SSLServerSocket socket = tlsSocket(context, protocol);
		socket.setNeedClientAuth(true);
		return new RawServer(socket, "https", true, script);
	}

	private static SSLServerSocket tlsSocket(SSLContext context, String protocol) throws IOException {
		SSLServerSocket socket = (SSLServerSocket) context.getServerSocketFactory()
			.createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
		socket.setEnabledProtocols(new String[] { protocol });
		return socket;
	}

	/** Return a script that writes the given bytes and closes the connection. */
	static Script responding(String bytes) {
		return (server, connection, request) -> connection.getOutputStream()
			.write(bytes.getBytes(StandardCharsets.UTF_8));
	}

	/** Return a script that returns the given body with status 200. */
	static Script ok(String body) {
		return responding("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
				+ body.getBytes(StandardCharsets.UTF_8).length + "\r\nConnection: close\r\n\r\n" + body);
	}

	String baseUrl() {
		return this.scheme + "://127.0.0.1:" + port();
	}

	int port() {
		return this.socket.getLocalPort();
	}

	List<Request> requests() {
		return this.requests;
	}

	/** Return the number of accepted connections, with or without a request. */
	int connections() {
		return this.connections.get();
	}

	/** Count bytes that a script wrote. */
	void written(int bytes) {
		this.written.addAndGet(bytes);
	}

	long written() {
		return this.written.get();
	}

	/** Read and record the next request of a connection; null if there is none. */
	Request next(Socket connection) throws IOException {
		Request request = read(connection.getInputStream());
		if (request != null) {
			this.requests.add(request);
		}
		return request;
	}

	/** Wait until the server is closed, or until the time has elapsed. */
	boolean isClosedWithin(long millis) throws InterruptedException {
		return this.closed.await(millis, TimeUnit.MILLISECONDS);
	}

	@Override
	public void close() throws IOException {
		this.closed.countDown();
		this.socket.close();
	}

	private void accept() {
		while (!this.socket.isClosed()) {
			try {
				Socket connection = this.socket.accept();
				this.connections.incrementAndGet();
				start(() -> serve(connection));
			}
			catch (IOException ex) {
				// The server is closed, or the handshake failed.
			}
		}
	}

	private void serve(Socket connection) {
		try (connection) {
			Request request = this.reading ? next(connection) : new Request("", "");
			if (request != null) {
				this.script.respond(this, connection, request);
			}
		}
		catch (IOException | InterruptedException ex) {
			// The client closed the connection.
		}
	}

	private static Request read(InputStream in) throws IOException {
		StringBuilder head = new StringBuilder();
		while (!head.toString().endsWith("\r\n\r\n")) {
			int next = in.read();
			if (next < 0) {
				return null;
			}
			head.append((char) next);
		}
		int length = head.toString()
			.toLowerCase(Locale.ROOT)
			.lines()
			.filter((line) -> line.startsWith("content-length:"))
			.map((line) -> Integer.valueOf(line.substring(15).strip()))
			.findFirst()
			.orElse(0);
		return new Request(head.toString(), new String(in.readNBytes(length), StandardCharsets.UTF_8));
	}

	private static void start(Runnable task) {
		Thread thread = new Thread(task, "raw-server");
		thread.setDaemon(true);
		thread.start();
	}

	/** Prepare a connection so that the client receives a reset when it is closed. */
	static void reset(Socket connection) throws SocketException {
		connection.setSoLinger(true, 0);
	}

	@FunctionalInterface
	interface Script {

		void respond(RawServer server, Socket connection, Request request) throws IOException, InterruptedException;

	}

	record Request(String head, String body) {
	}

}
