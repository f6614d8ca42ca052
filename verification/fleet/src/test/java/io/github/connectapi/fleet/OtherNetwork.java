package io.github.connectapi.fleet;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A proxy for plain http that stands for a network with an address of its own: the server
 * rejects tokens that it issued to another network.
 */
final class OtherNetwork implements AutoCloseable {

	private static final Pattern TOKEN = Pattern.compile("\"(?:Secure)?Token\"\\s*:\\s*\"([^\"]+)\"");

	private final HttpServer server;

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final Set<String> issued = ConcurrentHashMap.newKeySet();

	OtherNetwork() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		this.server.createContext("/", this::forward);
		this.server.setExecutor(this.executor);
		this.server.start();
	}

	int port() {
		return this.server.getAddress().getPort();
	}

	private void forward(HttpExchange exchange) throws IOException {
		try (exchange) {
			String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			HttpResponse<String> response = send(exchange.getRequestURI(), withForeignTokens(body));
			TOKEN.matcher(response.body()).results().forEach((token) -> this.issued.add(token.group(1)));
			byte[] bytes = response.body().getBytes(StandardCharsets.UTF_8);
			response.headers()
				.firstValue("Content-Type")
				.ifPresent((type) -> exchange.getResponseHeaders().set("Content-Type", type));
			exchange.sendResponseHeaders(response.statusCode(), bytes.length);
			exchange.getResponseBody().write(bytes);
		}
	}

	/**
	 * Change the tokens that were issued to another network, so that they are invalid.
	 */
	private String withForeignTokens(String body) {
		return TOKEN.matcher(body)
			.replaceAll((token) -> Matcher
				.quoteReplacement((token.group(1).isEmpty() || this.issued.contains(token.group(1))) ? token.group()
						: token.group().replace(token.group(1), "x" + token.group(1).substring(1))));
	}

	private HttpResponse<String> send(URI uri, String body) throws IOException {
		HttpRequest request = HttpRequest.newBuilder(uri)
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
		try {
			return this.client.send(request, HttpResponse.BodyHandlers.ofString());
		}
		catch (InterruptedException ex) {
			throw new IOException(ex);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.executor.shutdownNow();
	}

}
