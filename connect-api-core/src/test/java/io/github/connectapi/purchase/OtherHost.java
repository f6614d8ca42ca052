package io.github.connectapi.purchase;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpServer;

/**
 * Host of a file that belongs to nobody, which records what it receives.
 */
final class OtherHost implements AutoCloseable {

	private final HttpServer server;

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private OtherHost(HttpServer server) {
		this.server = server;
	}

	static OtherHost start(byte[] content) throws IOException {
		OtherHost host = new OtherHost(
				HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0));
		host.server.createContext("/", (exchange) -> {
			host.requests.add(exchange.getRequestURI() + " " + exchange.getRequestHeaders().entrySet());
			exchange.sendResponseHeaders(200, content.length);
			exchange.getResponseBody().write(content);
			exchange.close();
		});
		host.server.start();
		return host;
	}

	String url() {
		return "http://127.0.0.1:%d/file".formatted(this.server.getAddress().getPort());
	}

	List<String> requests() {
		return this.requests;
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
