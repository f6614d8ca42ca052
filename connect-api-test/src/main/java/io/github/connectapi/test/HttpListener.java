package io.github.connectapi.test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;

import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import org.jspecify.annotations.Nullable;

/**
 * One open port on the loopback address. It knows HTTP and nothing of the API.
 * <p>
 * The server of the JDK and not OkHttp's MockWebServer, because the latter never answers
 * {@code Expect: 100-continue}: a client that waits for it would wait for ever.
 */
final class HttpListener implements AutoCloseable {

	static {
		// Without it every answer on a kept connection takes 40 ms more.
		if (System.getProperty("sun.net.httpserver.nodelay") == null) {
			System.setProperty("sun.net.httpserver.nodelay", "true");
		}
	}

	private final HttpServer server;

	private final String baseUrl;

	private final ResponseLatch waiting;

	private HttpListener(HttpServer server, String scheme, ResponseLatch waiting) {
		this.server = server;
		this.baseUrl = scheme + "://127.0.0.1:" + server.getAddress().getPort();
		this.waiting = waiting;
	}

	static HttpListener open(int port, @Nullable SSLContext tls, ExecutorService threads, Gateway gateway,
			ResponseLatch waiting) throws IOException {
		InetSocketAddress address = new InetSocketAddress(InetAddress.getByAddress(new byte[] { 127, 0, 0, 1 }), port);
		HttpServer server = (tls != null) ? https(address, tls) : HttpServer.create(address, 0);
		HttpListener listener = new HttpListener(server, (tls != null) ? "https" : "http", waiting);
		server.setExecutor(threads);
		server.createContext("/", (exchange) -> listener.handle(exchange, gateway));
		server.start();
		return listener;
	}

	private static HttpServer https(InetSocketAddress address, SSLContext tls) throws IOException {
		HttpsServer server = HttpsServer.create(address, 0);
		server.setHttpsConfigurator(new HttpsConfigurator(tls));
		return server;
	}

	String baseUrl() {
		return this.baseUrl;
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private void handle(HttpExchange exchange, Gateway gateway) throws IOException {
		CountDownLatch release = this.waiting.nextRelease();
		try (exchange) {
			byte[] body = exchange.getRequestBody().readAllBytes();
			ScriptedResponse reply = gateway.handle(this.baseUrl, exchange.getRequestMethod(),
					exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), body);
			new ResponseWriter(exchange, release).send(reply);
		}
		catch (InterruptedException ex) {
			// The server is closing: the connection goes without an answer.
			Thread.currentThread().interrupt();
		}
	}

}
