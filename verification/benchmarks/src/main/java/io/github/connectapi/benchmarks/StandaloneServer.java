package io.github.connectapi.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ServerSocketFactory;

import org.jspecify.annotations.Nullable;

/**
 * A server that runs in a process of its own, see {@link ServerProcess}. Each connection
 * has a thread, which is virtual from Java 21 on. It does as little as possible, so that
 * it is not what limits the clients.
 */
final class StandaloneServer {

	/**
	 * Several sockets on one port, because the kernel limits the backlog of each to 4096.
	 */
	private static final int SOCKETS = 4;

	private static final int BACKLOG = 4096;

	private final AtomicInteger tokens = new AtomicInteger();

	private final long delayMillis;

	private final boolean closing;

	private StandaloneServer(long delayMillis, boolean closing) {
		this.delayMillis = delayMillis;
		this.closing = closing;
	}

	/**
	 * Start a server, print its port, and exit at the end of the standard input.
	 * @param args the delay of each response in milliseconds, whether a response ends the
	 * connection, and the key store for https
	 */
	public static void main(String[] args) throws IOException {
		StandaloneServer server = new StandaloneServer(Long.parseLong(args[0]), Boolean.parseBoolean(args[1]));
		ServerSocketFactory sockets = (args.length > 2)
				? new ServerCertificate(Path.of(args[2])).context().getServerSocketFactory()
				: ServerSocketFactory.getDefault();
		int port = 0;
		for (int i = 0; i < SOCKETS; i++) {
			ServerSocket socket = sockets.createServerSocket();
			socket.setOption(StandardSocketOptions.SO_REUSEPORT, true);
			socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
			port = socket.getLocalPort();
			new Thread(() -> server.accept(socket)).start();
		}
		System.out.println(port);
		while (System.in.read() >= 0) {
			// The benchmark is still running.
		}
		System.exit(0);
	}

	private void accept(ServerSocket server) {
		ThreadFactory virtual = ThreadFactories.virtual();
		ThreadFactory threads = (virtual != null) ? virtual : ThreadFactories.platform();
		while (true) {
			try {
				Socket socket = server.accept();
				threads.newThread(() -> serve(socket)).start();
			}
			catch (IOException ex) {
				System.err.println(ex);
			}
		}
	}

	private void serve(Socket socket) {
		try (socket) {
			socket.setTcpNoDelay(true);
			InputStream in = new BufferedInputStream(socket.getInputStream(), 8192);
			for (String line = readLine(in); line != null; line = this.closing ? null : readLine(in)) {
				String path = line.split(" ", 3)[1];
				String request = readBody(in);
				if (path.equals(FileBenchmark.PATH)) {
					FileBenchmark.serve(socket.getOutputStream());
					continue;
				}
				byte[] body = LoopbackServer.response(path, request, this.tokens);
				if (this.delayMillis > 0) {
					TimeUnit.MILLISECONDS.sleep(this.delayMillis);
				}
				socket.getOutputStream().write(response(body));
			}
		}
		catch (IOException | InterruptedException ex) {
			// The client closed the connection.
		}
	}

	/** Read the headers and the body of a request. */
	private static String readBody(InputStream in) throws IOException {
		int length = 0;
		boolean chunked = false;
		for (String line = requireLine(in); !line.isEmpty(); line = requireLine(in)) {
			if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
				length = Integer.parseInt(line.substring(15).strip());
			}
			chunked |= line.equalsIgnoreCase("Transfer-Encoding: chunked");
		}
		if (!chunked) {
			return read(in, length);
		}
		StringBuilder body = new StringBuilder();
		do {
			length = Integer.parseInt(requireLine(in), 16);
			body.append(read(in, length));
			requireLine(in);
		}
		while (length > 0);
		return body.toString();
	}

	private byte[] response(byte[] body) {
		byte[] head = """
				HTTP/1.1 200 OK\r
				Content-Type: application/json; charset=utf-8\r
				Content-Length: %d\r
				%s\r
				""".formatted(body.length, this.closing ? "Connection: close\r\n" : "")
			.getBytes(StandardCharsets.US_ASCII);
		byte[] response = Arrays.copyOf(head, head.length + body.length);
		System.arraycopy(body, 0, response, head.length, body.length);
		return response;
	}

	private static String read(InputStream in, int length) throws IOException {
		return new String(in.readNBytes(length), StandardCharsets.UTF_8);
	}

	private static String requireLine(InputStream in) throws IOException {
		return Objects.requireNonNull(readLine(in), "End of the connection in a request");
	}

	/** Read a line of ASCII, or null at the end of the connection. */
	private static @Nullable String readLine(InputStream in) throws IOException {
		StringBuilder line = new StringBuilder();
		for (int read = in.read(); read != '\n'; read = in.read()) {
			if (read < 0) {
				return null;
			}
			if (read != '\r') {
				line.append((char) read);
			}
		}
		return line.toString();
	}

}
