package io.github.connectapi.transport;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Server that treats each connection and each request as its random numbers determine,
 * and records what it receives.
 */
final class SoakServer implements AutoCloseable {

	private final ServerSocket socket = new ServerSocket(0, 200, InetAddress.getByName("127.0.0.1"));

	private final SSLContext tls;

	private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

	private final Map<String, AtomicLong> received = new ConcurrentHashMap<>();

	/** Requests after which another one arrived on the same connection. */
	private final Queue<String> followed = new ConcurrentLinkedQueue<>();

	private final Queue<String> violations = new ConcurrentLinkedQueue<>();

	private final Map<SoakResponse, AtomicLong> responses = new EnumMap<>(SoakResponse.class);

	/**
	 * Start a server.
	 * @param tls the key of the server, or null for plain http
	 */
	SoakServer(SSLContext tls, long seed) throws IOException {
		this.tls = tls;
		for (SoakResponse response : SoakResponse.values()) {
			this.responses.put(response, new AtomicLong());
		}
		Random seeds = new Random(seed);
		start(() -> {
			while (true) {
				Socket connection = this.socket.accept();
				Random random = new Random(seeds.nextLong());
				start(() -> serve(connection, random));
			}
		});
	}

	/** Return the body of the response to a request. */
	static String body(String id) {
		return id + "-".repeat(Math.floorMod(id.hashCode(), 2000));
	}

	String url(String id) {
		return "%s://127.0.0.1:%d/%s".formatted((this.tls != null) ? "https" : "http", this.socket.getLocalPort(), id);
	}

	long received(String id) {
		return this.received.containsKey(id) ? this.received.get(id).get() : 0;
	}

	Queue<String> followed() {
		return this.followed;
	}

	Queue<String> violations() {
		return this.violations;
	}

	Map<SoakResponse, AtomicLong> responses() {
		return this.responses;
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
		for (Socket connection : this.connections) {
			connection.close();
		}
	}

	private void serve(Socket plain, Random random) throws IOException {
		this.connections.add(plain);
		try (plain) {
			int fate = random.nextInt(100);
			if (fate == 0) {
				plain.setSoLinger(true, 0);
			}
			else if (fate == 1) {
				plain.getInputStream().transferTo(OutputStream.nullOutputStream());
			}
			else if (this.tls == null) {
				serve(plain, plain, random);
			}
			else {
				SSLSocket secure = (SSLSocket) this.tls.getSocketFactory().createSocket(plain, null, false);
				secure.setUseClientMode(false);
				secure.setEnabledProtocols(new String[] { random.nextBoolean() ? "TLSv1.3" : "TLSv1.2" });
				serve(secure, plain, random);
			}
		}
		finally {
			this.connections.remove(plain);
		}
	}

	private void serve(Socket connection, Socket plain, Random random) throws IOException {
		InputStream in = new BufferedInputStream(connection.getInputStream());
		String previous = null;
		SoakResponse last = null;
		while (true) {
			String head = head(in);
			if (head == null) {
				return;
			}
			String id = head.substring(6, head.indexOf(" HTTP/1.1"));
			this.received.computeIfAbsent(id, (key) -> new AtomicLong()).incrementAndGet();
			if (previous != null) {
				this.followed.add(previous);
			}
			if (last != null && last.isLast()) {
				this.violations.add("%s after %s".formatted(id, last));
			}
			SoakResponse response = (last == SoakResponse.FORGOTTEN) ? SoakResponse.SILENT : SoakResponse.next(random);
			this.responses.get(response).incrementAndGet();
			if (response != SoakResponse.EARLY) {
				int start = head.indexOf("Content-Length: ") + 16;
				in.skipNBytes(Integer.parseInt(head.substring(start, head.indexOf('\r', start))));
			}
			if (!response.send(id, connection, plain, random)) {
				return;
			}
			previous = id;
			last = response;
		}
	}

	private static String head(InputStream in) throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) < 0) {
			int next = in.read();
			if (next < 0) {
				return null;
			}
			head.append((char) next);
		}
		return head.toString();
	}

	static void write(Socket connection, String text) throws IOException {
		connection.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
	}

	private static void start(Work work) {
		Thread thread = new Thread(() -> {
			try {
				work.run();
			}
			catch (IOException ex) {
				// A socket was closed.
			}
		}, "soak-server");
		thread.setDaemon(true);
		thread.start();
	}

	private interface Work {

		void run() throws IOException;

	}

}
