package io.github.connectapi.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;

import io.github.connectapi.Internal;
import io.github.connectapi.LogSanitizer;
import io.github.connectapi.SystemClock;
import io.github.connectapi.transport.ExchangeState.Outcome;

/**
 * HTTP/1.1 transport on blocking sockets, used by the thread of the caller and
 * independent of HTTP clients on the class path. It follows no redirects, compresses
 * nothing, sends nothing twice and limits the length of a body. One deadline covers
 * everything from connecting to the last byte.
 */
@Internal
public final class Transport implements ClientHttpRequestFactory, AutoCloseable {

	private final TransportSettings settings;

	private final LongSupplier nanoTime = SystemClock.nanoTime();

	private final TimeoutScheduler scheduler;

	private final ConnectionPool pool;

	private final Connector connector;

	private final Set<ExchangeState> exchanges = ConcurrentHashMap.newKeySet();

	private volatile boolean closed;

	/**
	 * Create a transport. No connection is opened.
	 * @param settings the settings
	 */
	public Transport(TransportSettings settings) {
		this.settings = settings;
		HelperThreads threads = new HelperThreads();
		this.scheduler = new TimeoutScheduler(this.nanoTime, threads);
		this.pool = new ConnectionPool(this.nanoTime, this.scheduler);
		this.connector = new Connector(this.nanoTime, threads, new HostResolver(threads));
	}

	@Override
	public ClientHttpRequest createRequest(URI uri, HttpMethod method) {
		return new TransportRequest(this, uri, method);
	}

	/**
	 * Send a request and return its response.
	 * @param headers the headers of the request
	 * @param body the body of the request, overwritten afterwards
	 */
	TransportResponse exchange(HttpHeaders headers, RequestBuffer body, OneShotRequest oneShot) throws IOException {
		Duration timeout = oneShot.timeout();
		if (timeout.isNegative() || timeout.isZero()) {
			throw new RequestNotSentException("no time left to wait for a response");
		}
		ExchangeState state = new ExchangeState();
		this.exchanges.add(state);
		try {
			if (this.closed) {
				throw new RequestNotSentException("the client is closed");
			}
			requireNotInterrupted(state);
			long deadline = this.nanoTime.getAsLong() + timeout.toNanos();
			ConnectTls tls = tls();
			TimeoutScheduler.Timeout scheduled = schedule(state, timeout);
			try {
				Connection connection = connection(state, oneShot, tls, headers, deadline);
				return exchange(state, connection, headers, body, oneShot);
			}
			finally {
				this.scheduler.cancel(scheduled);
			}
		}
		finally {
			body.wipe();
			this.exchanges.remove(state);
		}
	}

	/** End all exchanges and close all connections, without waiting for them. */
	@Override
	public void close() {
		this.closed = true;
		this.exchanges.forEach((exchange) -> exchange.end(Outcome.CLOSED));
		this.pool.close();
		this.scheduler.close();
	}

	/**
	 * Return whether the transport is closed.
	 * @return whether it is closed
	 */
	public boolean isClosed() {
		return this.closed;
	}

	private TransportResponse exchange(ExchangeState state, Connection connection, HttpHeaders headers,
			RequestBuffer body, OneShotRequest oneShot) throws IOException {
		state.onAbort(connection::abort);
		HttpExchange exchange = new HttpExchange(connection, oneShot);
		boolean reusable = false;
		try {
			requireNotInterrupted(state);
			TransportResponse response = exchange.execute(headers, body);
			if (!state.end(Outcome.COMPLETED)) {
				throw new TransportException("the exchange was aborted");
			}
			reusable = exchange.idleLimit() > 0;
			return response;
		}
		catch (IOException | RuntimeException ex) {
			throw failure(state, oneShot.timeout(), connection.isWritten(), ex);
		}
		finally {
			if (reusable) {
				this.pool.release(connection, exchange.idleLimit());
			}
			else if (state.outcome() == Outcome.COMPLETED) {
				connection.close();
			}
			else {
				connection.abort();
			}
		}
	}

	private Connection connection(ExchangeState state, OneShotRequest oneShot, @Nullable ConnectTls tls,
			HttpHeaders headers, long deadline) throws IOException {
		Target target = Target.of(oneShot.uri());
		Connection idle = this.pool.take(target, tls, oneShot.isRepeatable());
		if (idle != null) {
			return idle;
		}
		requireNotInterrupted(state);
		long remaining = deadline - this.nanoTime.getAsLong();
		long connectTimeout = this.settings.connectTimeout().toNanos();
		try {
			return this.connector.connect(state, target, tls, headers.getFirst(HttpHeaders.PROXY_AUTHORIZATION),
					Math.min(remaining, connectTimeout));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw failure(state, oneShot.timeout(), false, ex);
		}
		catch (ExecutionException ex) {
			Throwable cause = ex.getCause();
			if (cause instanceof Error error) {
				throw error;
			}
			throw (cause instanceof SocketTimeoutException) ? noConnection(state, oneShot, remaining)
					: failure(state, oneShot.timeout(), false, cause);
		}
		catch (TimeoutException ex) {
			throw noConnection(state, oneShot, remaining);
		}
		catch (CancellationException | IOException ex) {
			throw failure(state, oneShot.timeout(), false, ex);
		}
	}

	private IOException noConnection(ExchangeState state, OneShotRequest oneShot, long remaining) {
		Duration connectTimeout = this.settings.connectTimeout();
		if (remaining <= connectTimeout.toNanos()) {
			state.end(Outcome.TIMED_OUT);
			return failure(state, oneShot.timeout(), false, null);
		}
		state.end(Outcome.FAILED);
		this.pool.clear();
		return new RequestNotSentException("no connection within %s ms".formatted(connectTimeout.toMillis()));
	}

	/**
	 * Return the failure of an exchange. After any failure but an interrupt, the idle
	 * connections are closed too, because they may have the same fault.
	 */
	private IOException failure(ExchangeState state, Duration timeout, boolean sent, @Nullable Throwable cause) {
		state.end(Thread.currentThread().isInterrupted() ? Outcome.INTERRUPTED : Outcome.FAILED);
		Outcome outcome = state.outcome();
		if (outcome == Outcome.INTERRUPTED) {
			return new InterruptedIOException(
					sent ? "interrupted while waiting for the response" : "interrupted before the request was sent");
		}
		this.pool.clear();
		String message = switch (outcome) {
			case TIMED_OUT -> "no complete response within %s ms".formatted(timeout.toMillis());
			case CLOSED -> "the client was closed";
			default -> describe(cause);
		};
		return sent ? new IOException(message) : new RequestNotSentException(message);
	}

	private static void requireNotInterrupted(ExchangeState state) throws IOException {
		if (Thread.currentThread().isInterrupted()) {
			state.end(Outcome.INTERRUPTED);
			throw new InterruptedIOException("interrupted before the request was sent");
		}
	}

	private TimeoutScheduler.Timeout schedule(ExchangeState state, Duration timeout) throws IOException {
		try {
			return this.scheduler.schedule(timeout.toNanos(), () -> state.end(Outcome.TIMED_OUT));
		}
		catch (IOException ex) {
			throw failure(state, timeout, false, ex);
		}
	}

	private @Nullable ConnectTls tls() throws IOException {
		try {
			return this.settings.tls().get();
		}
		catch (RuntimeException ex) {
			throw new RequestNotSentException("invalid TLS settings: %s".formatted(describe(ex)));
		}
	}

	/** Describe a failure without the text that a server sent. */
	static String describe(@Nullable Throwable cause) {
		if (cause == null) {
			return "no response";
		}
		String message = cause.getMessage();
		if (message != null && cause instanceof TransportException) {
			return message;
		}
		if (message == null || message.isEmpty() || cause.getClass().getName().startsWith("org.apache.hc.")) {
			return cause.getClass().getSimpleName();
		}
		return "%s: %s".formatted(cause.getClass().getSimpleName(),
				LogSanitizer.sanitize(message.replaceFirst("(?s)\".*", "").strip()));
	}

}
