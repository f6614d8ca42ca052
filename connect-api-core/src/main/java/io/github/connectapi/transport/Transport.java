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
 * One HTTP/1.1 exchange on {@code java.net.http}, whatever else is on the class path: no
 * redirect is followed, nothing is compressed or sent twice, the body is bounded, and one
 * deadline covers everything from connecting to the last byte.
 */
@Internal
public final class Transport implements ClientHttpRequestFactory, AutoCloseable {

	/** JVM-wide switches that the HTTP client obeys, with what they would do. */
	private static final Map<String, String> SWITCHES = Map.of("jdk.httpclient.enableAllMethodRetry",
			"makes the JVM send logins twice", "jdk.internal.httpclient.disableHostnameVerification",
			"makes the JVM send logins to any host with some certificate");

	private final TransportSettings settings;

	private final ExecutorService executor = Executors.newCachedThreadPool(daemons());

	/** By the thread that waits. */
	private final Map<Thread, Future<?>> exchanges = new ConcurrentHashMap<>();

	private @Nullable ConnectTls tls;

	private @Nullable HttpClient client;

	private boolean closed;

	public Transport(TransportSettings settings) {
		SWITCHES.forEach(Transport::requireOff);
		this.settings = settings;
	}

	@Override
	public ClientHttpRequest createRequest(URI uri, HttpMethod method) {
		return new TransportRequest(this, uri, method);
	}

	/** The body is that of the request. */
	HttpResponse<byte[]> exchange(HttpRequest request, TransportBody body, OneShotRequest allowed) throws IOException {
		Duration timeout = allowed.timeout();
		if (timeout.isNegative() || timeout.isZero()) {
			throw new IOException("no time was left to wait for an answer");
		}
		Future<HttpResponse<byte[]>> exchange = send(request, allowed);
		try {
			HttpResponse<byte[]> response = await(exchange, body, timeout);
			if (response.statusCode() == HttpURLConnection.HTTP_PROXY_AUTH) {
				// Said by a proxy, even in a tunnel, so nothing in it is the server's.
				throw new IOException("a proxy wants a login (HTTP 407)");
			}
			return response;
		}
		catch (ExecutionException ex) {
			// Not as the cause: its message may quote the server.
			throw new IOException(describe(ex.getCause()));
		}
		catch (CancellationException ex) {
			throw new IOException("the client was closed");
		}
		catch (TimeoutException ex) {
			throw new IOException("no complete answer within " + timeout.toMillis() + " ms");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("interrupted while waiting for the answer");
		}
		finally {
			this.exchanges.remove(Thread.currentThread());
			exchange.cancel(true);
		}
	}

	/**
	 * The JDK's timeout for connecting is not used: it would keep the first exchange of a
	 * connection, with the secrets in it, as long as the connection.
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
			if (!body.isWanted()) {
				throw new IOException("no connection within " + connectTimeout.toMillis() + " ms");
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

	public synchronized boolean isClosed() {
		return this.closed;
	}

	/**
	 * Does not block. Synchronized, so that a close misses no exchange. Not by
	 * {@code sendAsync}, which on one or two processors starts a thread for each answer.
	 */
	private synchronized Future<HttpResponse<byte[]>> send(HttpRequest request, OneShotRequest allowed)
			throws IOException {
		if (this.closed) {
			throw new IOException("the client is closed");
		}
		HttpClient client = client();
		Future<HttpResponse<byte[]>> exchange = this.executor
			.submit(() -> client.send(request, (head) -> new LimitingBodySubscriber(allowed.bodyLimit(),
					head.headers().firstValueAsLong("Content-Length").orElse(0), allowed.isLast())));
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
			throw new IOException("the TLS settings cannot be used, " + describe(ex));
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

	/** From JDK 21 on; before, the client ends when it is no longer referenced. */
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
					"The system property " + name + " " + effect + "; remove it, or set it to false");
		}
	}

	private static String describe(@Nullable Throwable cause) {
		if (cause == null) {
			return "no answer";
		}
		String message = cause.getMessage();
		if (message == null) {
			return cause.getClass().getSimpleName();
		}
		// In quotation marks is what the server sent.
		return cause.getClass().getSimpleName() + ": "
				+ LogSanitizer.sanitize(message.replaceFirst("(?s)\".*", "").strip());
	}

	private static ThreadFactory daemons() {
		CustomizableThreadCreator threads = new CustomizableThreadCreator("getty-connect-http-");
		threads.setDaemon(true);
		return threads::createThread;
	}

}
