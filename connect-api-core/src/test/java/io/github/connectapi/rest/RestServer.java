package io.github.connectapi.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/**
 * HTTP server that records requests, and returns {@code {"ok":true}} unless responses
 * were added.
 */
final class RestServer implements AutoCloseable {

	static final String INVALID_TOKEN = "Bearer realm=\"api.example\", error=\"invalid_token\", error_description=\"expired\"";

	final List<Request> requests = new CopyOnWriteArrayList<>();

	private final Queue<Response> responses = new ConcurrentLinkedQueue<>();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final HttpServer server;

	/** Chooses a response by the request, if none was added. */
	volatile Function<Request, Response> otherwise = (request) -> Response.OK;

	RestServer() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 200);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::handle);
		this.server.setExecutor(this.threads);
		this.server.start();
	}

	String url() {
		return url("127.0.0.1");
	}

	String url(String host) {
		return "http://%s:%s".formatted(host, this.server.getAddress().getPort());
	}

	void respond(Response... added) {
		this.responses.addAll(List.of(added));
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			Request request = new Request(exchange.getRequestMethod(), exchange.getRequestURI().toString(),
					exchange.getRequestHeaders(),
					new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
			this.requests.add(request);
			Response added = this.responses.poll();
			Response response = (added != null) ? added : this.otherwise.apply(request);
			if (response.delayMillis() > 0) {
				Thread.sleep(response.delayMillis());
			}
			if (response.header() != null) {
				exchange.getResponseHeaders().add(response.header(), response.value());
			}
			boolean empty = request.method().equals("HEAD") || response.body().isEmpty();
			byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().add("Content-Type", "application/json");
			exchange.sendResponseHeaders(response.status(), empty ? -1 : body.length);
			if (!empty) {
				exchange.getResponseBody().write(body);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	/** A request. */
	record Request(String method, String target, Headers headers, String body) {

		@Nullable String header(String name) {
			return this.headers.getFirst(name);
		}

		String everything() {
			return this.method + this.target + this.headers.entrySet() + this.body;
		}

	}

	/** A response. */
	record Response(int status, @Nullable String header, @Nullable String value, String body, long delayMillis) {

		static final Response OK = of(200);

		static final Response TOKEN_INVALID = of(401).with("WWW-Authenticate", INVALID_TOKEN);

		static Response of(int status) {
			return new Response(status, null, null, "{\"ok\":true}", 0);
		}

		Response with(String header, String value) {
			return new Response(this.status, header, value, this.body, this.delayMillis);
		}

		Response with(String body) {
			return new Response(this.status, this.header, this.value, body, this.delayMillis);
		}

		Response withDelay(long millis) {
			return new Response(this.status, this.header, this.value, this.body, millis);
		}

	}

}
