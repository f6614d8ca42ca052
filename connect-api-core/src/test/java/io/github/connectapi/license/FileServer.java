package io.github.connectapi.license;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;

/**
 * Server of one file, whose responses scripts replace, one request after the other. It
 * serves one request on each connection.
 */
final class FileServer implements AutoCloseable {

	static final String ETAG = "\"v1\"";

	static final String DATE = "Mon, 30 Nov 2026 10:00:00 GMT";

	private final ServerSocket socket;

	private final String scheme;

	private final byte[] content;

	private final List<Script> scripts = new ArrayList<>();

	private final List<Request> requests = new CopyOnWriteArrayList<>();

	private final List<Socket> connections = new CopyOnWriteArrayList<>();

	private final CountDownLatch closed = new CountDownLatch(1);

	private FileServer(ServerSocket socket, String scheme, byte[] content) {
		this.socket = socket;
		this.scheme = scheme;
		this.content = content;
		start(() -> {
			while (true) {
				Socket connection = socket.accept();
				this.connections.add(connection);
				start(() -> serve(connection));
			}
		});
	}

	static FileServer start(int size) throws IOException {
		return new FileServer(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), "http", content(size));
	}

	static FileServer startTls(int size, SSLContext context) throws IOException {
		return new FileServer(
				context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), "https",
				content(size));
	}

	private static byte[] content(int size) {
		byte[] content = new byte[size];
		new Random(size).nextBytes(content);
		return content;
	}

	/** Use scripts for the next requests. Then the file is served without faults. */
	FileServer next(Script... next) {
		synchronized (this.scripts) {
			this.scripts.addAll(List.of(next));
		}
		return this;
	}

	/** Use a script for many requests. */
	FileServer always(Script script) {
		for (int i = 0; i < 20; i++) {
			next(script);
		}
		return this;
	}

	byte[] content() {
		return this.content;
	}

	List<Request> requests() {
		return this.requests;
	}

	String url() {
		return url("/canary/oak.jpg?key=canary");
	}

	String url(String path) {
		return "%s://127.0.0.1:%d%s".formatted(this.scheme, this.socket.getLocalPort(), path);
	}

	@Override
	public void close() throws IOException {
		this.closed.countDown();
		this.socket.close();
		for (Socket connection : this.connections) {
			connection.close();
		}
	}

	/** Serve the whole file or the requested part. */
	void serveFile(Socket connection, Request request) throws IOException {
		serve(connection, request, "ETag: %s\r\nLast-Modified: %s\r\n".formatted(ETAG, DATE), this.content.length);
	}

	/** Return a script that breaks off when the client has the given number of bytes. */
	Script breakingAt(int position) {
		return breakingAt(position, "ETag: %s\r\n".formatted(ETAG));
	}

	Script breakingAt(int position, String headers) {
		return (server, connection, request) -> server.serve(connection, request, headers, position);
	}

	/** Return a script that writes a response without a file. */
	static Script responding(String head) {
		return (server, connection, request) -> connection.getOutputStream()
			.write((head + "Content-Length: 0\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
	}

	static Script responding(String head, byte[] body) {
		return (server, connection, request) -> {
			connection.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
			connection.getOutputStream().write(body);
		};
	}

	/** Return a script that stalls when the client has the given number of bytes. */
	Script stallingAt(int position) {
		return (server, connection, request) -> {
			server.serve(connection, request, "ETag: %s\r\n".formatted(ETAG), position);
			server.closed.await(20, TimeUnit.SECONDS);
		};
	}

	private void serve(Socket connection, Request request, String headers, int end) throws IOException {
		int start = request.start();
		int length = this.content.length;
		String range = (start > 0) ? "Content-Range: bytes %d-%d/%d\r\n".formatted(start, length - 1, length) : "";
		String head = "HTTP/1.1 %s\r\nContent-Type: application/x-download\r\n%s%sContent-Length: %d\r\n\r\n"
			.formatted((start > 0) ? "206 Partial Content" : "200 OK", range, headers, length - start);
		connection.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
		connection.getOutputStream().write(this.content, start, Math.max(end - start, 0));
	}

	private void serve(Socket connection) throws IOException {
		try (connection) {
			Request request = read(connection.getInputStream());
			if (request != null) {
				this.requests.add(request);
				script().respond(this, connection, request);
				connection.getOutputStream().flush();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private Script script() {
		synchronized (this.scripts) {
			return this.scripts.isEmpty() ? FileServer::serveFile : this.scripts.remove(0);
		}
	}

	private static @Nullable Request read(InputStream in) throws IOException {
		StringBuilder head = new StringBuilder();
		while (!head.toString().endsWith("\r\n\r\n")) {
			int next = in.read();
			if (next < 0) {
				return null;
			}
			head.append((char) next);
		}
		return new Request(head.toString());
	}

	private static void start(Work work) {
		Thread thread = new Thread(() -> {
			try {
				work.run();
			}
			catch (IOException ex) {
				// A socket was closed.
			}
		}, "file-server");
		thread.setDaemon(true);
		thread.start();
	}

	@FunctionalInterface
	interface Script {

		void respond(FileServer server, Socket connection, Request request) throws IOException, InterruptedException;

	}

	private interface Work {

		void run() throws IOException;

	}

	record Request(String head) {

		String header(String name) {
			return this.head.lines()
				.filter((line) -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
				.map((line) -> line.substring(name.length() + 1).strip())
				.findFirst()
				.orElse("");
		}

		int start() {
			String range = header("Range");
			return range.isEmpty() ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
		}

	}

}
