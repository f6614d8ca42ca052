package io.github.connectapi.test.server;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;

import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import org.jspecify.annotations.Nullable;

/**
 * One open port on the loopback address.
 * <p>
 * It uses the HTTP server of the JDK and not OkHttp's MockWebServer, because the latter
 * ignores {@code Expect: 100-continue}: a client that waits for the interim response
 * would wait forever.
 */
final class HttpListener implements AutoCloseable {

	static {
		// Without it every response on a persistent connection takes 40 ms longer.
		if (System.getProperty("sun.net.httpserver.nodelay") == null) {
			System.setProperty("sun.net.httpserver.nodelay", "true");
		}
	}

	private static final System.Logger logger = System.getLogger(HttpListener.class.getName());

	private final HttpServer server;

	private final String baseUrl;

	private final ResponseLatch responseLatch;

	private HttpListener(HttpServer server, String scheme, ResponseLatch responseLatch) {
		this.server = server;
		this.baseUrl = scheme + "://127.0.0.1:" + server.getAddress().getPort();
		this.responseLatch = responseLatch;
	}

	static HttpListener open(int port, @Nullable SSLContext sslContext, ExecutorService executor,
			RequestHandler handler, ResponseLatch responseLatch) throws IOException {
		InetSocketAddress address = new InetSocketAddress(InetAddress.getByAddress(new byte[] { 127, 0, 0, 1 }), port);
		HttpServer server = create(address, sslContext);
		HttpListener listener = new HttpListener(server, (sslContext != null) ? "https" : "http", responseLatch);
		server.setExecutor(executor);
		server.createContext("/", (exchange) -> listener.handle(exchange, handler));
		server.start();
		return listener;
	}

	private static HttpServer create(InetSocketAddress address, @Nullable SSLContext sslContext) throws IOException {
		try {
			if (sslContext == null) {
				return HttpServer.create(address, 0);
			}
			HttpsServer server = HttpsServer.create(address, 0);
			server.setHttpsConfigurator(new HttpsConfigurator(sslContext));
			return server;
		}
		catch (BindException ex) {
			throw new IOException(
					"port %s cannot be opened, because it is in use or reserved. Choose another port, or 0 for a free one (%s)"
						.formatted(address.getPort(), ex.getMessage()),
					ex);
		}
	}

	String baseUrl() {
		return this.baseUrl;
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private void handle(HttpExchange exchange, RequestHandler handler) throws IOException {
		CountDownLatch latch = this.responseLatch.current();
		try (exchange) {
			byte[] body = RequestBody.read(exchange.getRequestBody());
			ScriptedResponse response = respond(exchange, handler, body);
			new ResponseWriter(exchange, latch).write(response);
		}
		catch (InterruptedException ex) {
			// The server is closing: the connection is closed without a response.
			Thread.currentThread().interrupt();
		}
	}

	private ScriptedResponse respond(HttpExchange exchange, RequestHandler handler, byte[] body) {
		if (body.length > RequestBody.MAX_LENGTH) {
			return ScriptedResponse.immediate(FakeResponse.html(413, "413 Content Too Large"));
		}
		try {
			URI uri = exchange.getRequestURI();
			return handler.handle(new FakeRequest(this.baseUrl, exchange.getRequestMethod(), uri.getPath(),
					Objects.requireNonNullElse(uri.getRawQuery(), ""), exchange.getRequestHeaders(), body));
		}
		catch (RuntimeException ex) {
			logger.log(Level.ERROR, "Failed to handle a request for %s".formatted(exchange.getRequestURI().getPath()),
					ex);
			return ScriptedResponse.immediate(FakeResponse.html(500, "500 Internal Server Error"));
		}
	}

}
