package io.github.connectapi.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.util.CustomizableThreadCreator;
import org.springframework.util.ReflectionUtils;

import io.github.connectapi.Internal;
import io.github.connectapi.LogSanitizer;

/**
 * HTTP/1.1 transport on {@code java.net.http}, independent of other HTTP clients on the
 * class path. It follows no redirects, compresses nothing, sends nothing twice and limits
 * the length of a body. One deadline covers everything from connecting to the last byte.
 */
@Internal
public final class Transport implements ClientHttpRequestFactory, AutoCloseable {

	/** Unsafe JVM-wide system properties of the HTTP client, with their effects. */
	private static final Map<String, String> UNSAFE_PROPERTIES = Map.of("jdk.httpclient.enableAllMethodRetry",
			"makes the JVM send logins twice", "jdk.internal.httpclient.disableHostnameVerification",
			"makes the JVM send logins to any host with a certificate");

	private final TransportSettings settings;

	private final ExecutorService executor = Executors.newCachedThreadPool(daemonThreads());

	/** Exchanges by waiting thread. */
	private final Map<Thread, Future<?>> exchanges = new ConcurrentHashMap<>();

	private @Nullable ConnectTls tls;

	private @Nullable HttpClient client;

	private boolean closed;

	/**
	 * Create a transport. No connection is opened.
	 * @param settings the settings
	 * @throws IllegalStateException if an unsafe system property is set
	 */
	public Transport(TransportSettings settings) {
		UNSAFE_PROPERTIES.forEach(Transport::requireOff);
		this.settings = settings;
	}

	@Override
	public ClientHttpRequest createRequest(URI uri, HttpMethod method) {
		return new TransportRequest(this, uri, method);
	}

	/**
	 * Send a request and return its response.
	 * @param body the body of the request
	 */
	HttpResponse<byte[]> exchange(HttpRequest request, TransportBody body, OneShotRequest oneShot) throws IOException {
		Duration timeout = oneShot.timeout();
		if (timeout.isNegative() || timeout.isZero()) {
			throw new IOException("no time left to wait for a response");
		}
		Future<HttpResponse<byte[]>> exchange = send(request, oneShot);
		try {
			HttpResponse<byte[]> response = await(exchange, body, timeout);
			if (response.statusCode() == HttpURLConnection.HTTP_PROXY_AUTH) {
				// Sent by a proxy, even for a tunnel, so it is not a response of the
				// server.
				throw new IOException("the proxy requires authentication (HTTP 407)");
			}
			return response;
		}
		catch (ExecutionException ex) {
			// Not used as the cause, because its message may quote the server.
			throw new IOException(describe(ex.getCause()));
		}
		catch (CancellationException ex) {
			throw new IOException("the client was closed");
		}
		catch (TimeoutException ex) {
			throw new IOException("no complete response within %d ms".formatted(timeout.toMillis()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("interrupted while waiting for the response");
		}
		finally {
			this.exchanges.remove(Thread.currentThread());
			exchange.cancel(true);
		}
	}

	/**
	 * Wait for the response. The connect timeout of the JDK is not used, because it would
	 * retain the first exchange of a connection, including its secrets, as long as the
	 * connection is open.
	 */
	private <T> T await(Future<T> exchange, TransportBody body, Duration timeout)
			throws IOException, ExecutionException, InterruptedException, TimeoutException {
		Duration connectTimeout = this.settings.connectTimeout();
		if (timeout.compareTo(connectTimeout) <= 0) {
			return exchange.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
		}
		try {
			return exchange.get(connectTimeout.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			if (!body.isRequested()) {
				throw new IOException("no connection within %d ms".formatted(connectTimeout.toMillis()));
			}
			return exchange.get(timeout.minus(connectTimeout).toNanos(), TimeUnit.NANOSECONDS);
		}
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		this.exchanges.values().forEach((exchange) -> exchange.cancel(true));
		shutdown("shutdownNow");
		this.executor.shutdownNow();
	}

	/**
	 * Return whether the transport is closed.
	 * @return whether it is closed
	 */
	public synchronized boolean isClosed() {
		return this.closed;
	}

	/**
	 * Start an exchange without blocking. Synchronized, so that {@link #close()} cancels
	 * every exchange. {@code sendAsync} is not used, because it starts a thread for each
	 * response on one or two processors.
	 */
	private synchronized Future<HttpResponse<byte[]>> send(HttpRequest request, OneShotRequest oneShot)
			throws IOException {
		if (this.closed) {
			throw new IOException("the client is closed");
		}
		HttpClient client = client();
		Future<HttpResponse<byte[]>> exchange = this.executor
			.submit(() -> client.send(request, (head) -> new LimitingBodySubscriber(oneShot.bodyLimit(),
					head.headers().firstValueAsLong("Content-Length").orElse(0), oneShot.isLast())));
		this.exchanges.put(Thread.currentThread(), exchange);
		return exchange;
	}

	private HttpClient client() throws IOException {
		try {
			ConnectTls current = this.settings.tls().get();
			HttpClient client = this.client;
			if (client == null || !Objects.equals(current, this.tls)) {
				shutdown("shutdown");
				client = connect(current);
				this.tls = current;
				this.client = client;
			}
			return client;
		}
		catch (RuntimeException ex) {
			throw new IOException("invalid TLS settings: %s".formatted(describe(ex)));
		}
	}

	private HttpClient connect(@Nullable ConnectTls tls) {
		HttpClient.Builder builder = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER)
			.executor(this.executor);
		if (tls != null) {
			builder.sslContext(tls.context()).sslParameters(tls.parameters());
		}
		return builder.build();
	}

	/**
	 * Shut down the client with a method that exists since JDK 21. In earlier versions,
	 * the client stops when it is no longer referenced.
	 */
	private void shutdown(String method) {
		HttpClient client = this.client;
		var shutdown = (client != null) ? ReflectionUtils.findMethod(HttpClient.class, method) : null;
		if (shutdown != null) {
			ReflectionUtils.invokeMethod(shutdown, client);
		}
		this.client = null;
	}

	private static void requireOff(String name, String effect) {
		String value = System.getProperty(name);
		if (value != null && (value.isEmpty() || Boolean.parseBoolean(value))) {
			throw new IllegalStateException(
					"The system property %s %s; remove it, or set it to false".formatted(name, effect));
		}
	}

	private static String describe(@Nullable Throwable cause) {
		if (cause == null) {
			return "no response";
		}
		String message = cause.getMessage();
		if (message == null) {
			return cause.getClass().getSimpleName();
		}
		// Text in quotation marks was sent by the server.
		return "%s: %s".formatted(cause.getClass().getSimpleName(),
				LogSanitizer.sanitize(message.replaceFirst("(?s)\".*", "").strip()));
	}

	private static ThreadFactory daemonThreads() {
		CustomizableThreadCreator threads = new CustomizableThreadCreator("getty-connect-http-");
		threads.setDaemon(true);
		return threads::createThread;
	}

}
