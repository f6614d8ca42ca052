package io.github.connectapi.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * An HTTP server that responds to session and search requests as fast as possible. Each
 * session has a new token. The coordination id of the request is returned.
 */
final class LoopbackServer implements AutoCloseable {

	static {
		// Without it each response on a persistent connection takes 40 ms longer.
		System.setProperty("sun.net.httpserver.nodelay", "true");
	}

	private static final String COORDINATION_ID = "\"CoordinationId\":\"";

	private static final String SEARCH_RESPONSE_START = "{\"ResponseHeader\":{\"Status\":\"success\",\"StatusList\":[],\"CoordinationId\":\"";

	/** A result of 25 images, 7 KB. */
	private static final String SEARCH_RESPONSE_END = IntStream.rangeClosed(1, 25)
		.mapToObj(
				"""
						{"ImageId":"%1$d","Title":"Picture number %1$d","Artist":"Ada Example","Caption":"A caption of the picture",\
						"CollectionName":"Collection","DateCreated":"/Date(1294868991374-0800)/","ImageFamily":"creative",\
						"UrlThumb":"https://example.com/%1$d/thumb.jpg"}"""::formatted)
		.collect(Collectors.joining(",",
				"\"},\"SearchForImagesResult\":{\"ItemCount\":25,\"ItemStartNumber\":1,\"ItemTotalCount\":1000,\"Images\":[",
				"]}}"));

	private final AtomicInteger tokens = new AtomicInteger();

	private final ExecutorService threads = Executors.newFixedThreadPool(2);

	private final HttpServer server;

	LoopbackServer() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::handle);
		this.server.setExecutor(this.threads);
		this.server.start();
	}

	String baseUrl() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	int sessionCount() {
		return this.tokens.get();
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			byte[] response = response(exchange.getRequestURI().getPath(), request, this.tokens);
			exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
			exchange.sendResponseHeaders(200, response.length);
			exchange.getResponseBody().write(response);
		}
	}

	/** Return the response to a session or search request. */
	static byte[] response(String path, String request, AtomicInteger tokens) {
		int id = request.indexOf(COORDINATION_ID) + COORDINATION_ID.length();
		String operation = path.substring(path.lastIndexOf('/') + 1);
		String coordinationId = request.substring(id, request.indexOf('"', id));
		if (operation.equals("SearchForImages")) {
			return TypedSearch.isRequest(request) ? TypedSearch.response(coordinationId)
					: searchResponse(coordinationId);
		}
		return sessionResponse(operation, coordinationId, tokens.incrementAndGet());
	}

	private static byte[] sessionResponse(String operation, String coordinationId, int token) {
		return """
				{"ResponseHeader":{"Status":"success","StatusList":[],"CoordinationId":"%s"},\
				"%sResult":{"AccountId":"4711","SecureToken":"secure-%d","Token":"token-%d","TokenDurationMinutes":"30"}}"""
			.formatted(coordinationId, operation, token, token)
			.getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] searchResponse(String coordinationId) {
		return (SEARCH_RESPONSE_START + coordinationId + SEARCH_RESPONSE_END).getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

}
