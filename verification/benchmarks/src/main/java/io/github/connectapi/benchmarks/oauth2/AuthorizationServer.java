package io.github.connectapi.benchmarks.oauth2;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP server with a token endpoint and a resource that requires a token. It counts
 * the token requests. A token contains its number and its expiry. Thread-safe.
 */
public final class AuthorizationServer implements AutoCloseable {

	static {
		// Without it each response on a persistent connection takes 40 ms longer.
		System.setProperty("sun.net.httpserver.nodelay", "true");
	}

	/** Many callers connect at the same time. */
	private static final int BACKLOG = 4000;

	private static final String BEARER = "Bearer ";

	private final Duration lifetime;

	private final Duration delay;

	private final AtomicInteger requests = new AtomicInteger();

	private final AtomicInteger requestsInOutage = new AtomicInteger();

	private final ExecutorService threads = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "authorization-server");
		thread.setDaemon(true);
		return thread;
	});

	private final HttpServer server;

	private volatile boolean rejecting;

	private volatile int revokedUpTo;

	private volatile long outageStart = Long.MAX_VALUE;

	private volatile long outageEnd = Long.MAX_VALUE;

	/**
	 * Start a server.
	 * @param lifetime the lifetime of its tokens, in whole seconds
	 * @param delay the delay of each response of the token endpoint
	 */
	public AuthorizationServer(Duration lifetime, Duration delay) {
		this.lifetime = lifetime;
		this.delay = delay;
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/oauth2/token", this::token);
		this.server.createContext("/v3/", this::resource);
		this.server.setExecutor(this.threads);
		this.server.start();
	}

	/**
	 * Return the base URL.
	 * @return the base URL, without a slash at the end
	 */
	public String baseUrl() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/**
	 * Return the address of the token endpoint.
	 * @return the token URI
	 */
	public String tokenUri() {
		return baseUrl() + "/oauth2/token";
	}

	/**
	 * Return the number of token requests.
	 * @return the number
	 */
	public int requests() {
		return this.requests.get();
	}

	/**
	 * Return the number of token requests during the outage.
	 * @return the number
	 */
	public int requestsInOutage() {
		return this.requestsInOutage.get();
	}

	/**
	 * Reject the client secret from now on.
	 */
	public void reject() {
		this.rejecting = true;
	}

	/**
	 * Revoke all tokens that were issued so far.
	 */
	public void revokeAll() {
		this.revokedUpTo = this.requests.get();
	}

	/**
	 * Schedule an outage of the token endpoint.
	 * @param startNanos the start in terms of {@link System#nanoTime()}
	 * @param duration the duration
	 */
	public void scheduleOutage(long startNanos, Duration duration) {
		this.outageEnd = startNanos + duration.toNanos();
		this.outageStart = startNanos;
	}

	private void token(HttpExchange exchange) throws IOException {
		try (exchange) {
			exchange.getRequestBody().readAllBytes();
			int number = this.requests.incrementAndGet();
			long arrival = System.nanoTime();
			if (arrival - this.outageStart >= 0 && arrival - this.outageEnd < 0) {
				this.requestsInOutage.incrementAndGet();
				respond(exchange, 503, "{}");
				return;
			}
			sleep();
			if (this.rejecting) {
				respond(exchange, 401, "{\"error\":\"invalid_client\"}");
				return;
			}
			respond(exchange, 200, "{\"access_token\":\"%d@%d\",\"token_type\":\"Bearer\",\"expires_in\":%d}"
				.formatted(number, arrival + this.lifetime.toNanos(), this.lifetime.toSeconds()));
		}
	}

	private void resource(HttpExchange exchange) throws IOException {
		try (exchange) {
			exchange.getRequestBody().readAllBytes();
			if (isValid(exchange.getRequestHeaders().getFirst("Authorization"))) {
				respond(exchange, 200, "{}");
				return;
			}
			exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer error=\"invalid_token\"");
			respond(exchange, 401, "{}");
		}
	}

	private boolean isValid(@Nullable String authorization) {
		if (authorization == null || !authorization.startsWith(BEARER)) {
			return false;
		}
		String token = authorization.substring(BEARER.length());
		return Integer.parseInt(token.substring(0, token.indexOf('@'))) > this.revokedUpTo;
	}

	private static void respond(HttpExchange exchange, int status, String json) throws IOException {
		byte[] body = json.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, body.length);
		exchange.getResponseBody().write(body);
	}

	private void sleep() {
		try {
			TimeUnit.NANOSECONDS.sleep(this.delay.toNanos());
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

}
