package io.github.connectapi.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;

import io.github.connectapi.Internal;
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

	private final HelperThreads threads;

	private final LongSupplier nanoTime;

	private final Exchanges exchanges;

	private final ConnectionPool pool;

	private final Connector connector;

	private volatile boolean closed;

	/**
	 * Create a transport. No connection is opened.
	 * @param settings the settings
	 * @param classLoader the context class loader of its threads; null for that of the
	 * system
	 */
	public Transport(TransportSettings settings, @Nullable ClassLoader classLoader) {
		this(settings, HelperThreads.create(classLoader), SystemClock.nanoTime(), InetAddress::getAllByName);
	}

	Transport(TransportSettings settings, HelperThreads threads, LongSupplier nanoTime, HostResolver.Lookup lookup) {
		this.settings = settings;
		this.threads = threads;
		this.nanoTime = nanoTime;
		this.exchanges = new Exchanges(nanoTime, threads.timer());
		this.pool = new ConnectionPool(nanoTime, threads.timer(), threads.connecting());
		this.connector = new Connector(nanoTime, threads.connecting(), new HostResolver(threads.lookups(), lookup));
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
		ExchangeState state = this.exchanges.add(oneShot.timeout());
		try {
			Target target = Target.of(oneShot.uri());
			HttpHeaders complete = RequestHeaders.complete(headers, target, body.size(),
					this.settings.proxyAuthorization());
			Connection connection = connection(state, target, complete, oneShot);
			return exchange(state, connection, complete, body, oneShot);
		}
		finally {
			state.end(Outcome.FAILED);
			this.exchanges.remove(state);
			body.wipe();
		}
	}

	/** End all exchanges and close all connections, without waiting for them. */
	@Override
	public void close() {
		this.closed = true;
		this.exchanges.close();
		this.pool.close();
		this.threads.close();
		this.connector.close();
	}

	/**
	 * Return whether the transport is closed.
	 * @return whether it is closed
	 */
	public boolean isClosed() {
		return this.closed;
	}

	/**
	 * Close the idle connections, and let idle threads end.
	 */
	public void closeIdleConnections() {
		this.pool.closeIdle();
		this.exchanges.checkNow();
	}

	/**
	 * Close the idle connections, because a response belonged to another request.
	 */
	public void discardIdleConnections() {
		this.pool.clear();
	}

	/**
	 * Return the number of connections that are idle.
	 * @return the number of connections
	 */
	public int idleConnections() {
		return this.pool.size();
	}

	/**
	 * Return the number of exchanges in progress. Each of them uses a connection, or
	 * opens one.
	 * @return the number of exchanges
	 */
	public int activeConnections() {
		return this.exchanges.size();
	}

	/** Take an idle connection, or open one within the connect timeout. */
	private Connection connection(ExchangeState state, Target target, HttpHeaders headers, OneShotRequest oneShot)
			throws IOException {
		if (this.closed) {
			throw new RequestNotSentException("the client is closed");
		}
		if (oneShot.timeout().isNegative() || oneShot.timeout().isZero()) {
			throw new RequestNotSentException("no time left to wait for a response");
		}
		try {
			requireNotInterrupted();
			this.exchanges.watch(state);
			long connectTimeout = Math.min(oneShot.timeout().toNanos(), this.settings.connectTimeout().toNanos());
			long deadline = this.nanoTime.getAsLong() + connectTimeout;
			ConnectTls tls = target.secure() ? tls() : null;
			Connection idle = this.pool.take(target, tls, oneShot.isRepeatable());
			if (idle != null) {
				state.use(idle);
				return idle;
			}
			requireNotInterrupted();
			String proxyAuthorization = headers.getFirst(HttpHeaders.PROXY_AUTHORIZATION);
			return this.connector.connect(state, target, tls, proxyAuthorization, oneShot.isSession(), deadline);
		}
		catch (Exception | Error ex) {
			throw failure(state, oneShot, false, ex);
		}
	}

	private TransportResponse exchange(ExchangeState state, Connection connection, HttpHeaders headers,
			RequestBuffer body, OneShotRequest oneShot) throws IOException {
		HttpExchange exchange = new HttpExchange(connection, oneShot);
		connection.begin();
		TransportResponse response;
		try {
			requireNotInterrupted();
			response = exchange.execute(headers, body);
			if (!state.end(Outcome.COMPLETED)) {
				throw new TransportException("the exchange was aborted");
			}
		}
		catch (Exception | Error ex) {
			throw failure(state, oneShot, connection.isWritten(), ex);
		}
		if (exchange.idleLimit() > 0) {
			this.pool.release(connection, exchange.idleLimit());
		}
		else {
			TransportLog.discarded(connection, "not-kept-alive");
			connection.close();
		}
		return response;
	}

	/**
	 * Return the failure of an exchange. After any failure but an interrupt, the idle
	 * connections are closed too, because they may have the same fault.
	 */
	private IOException failure(ExchangeState state, OneShotRequest oneShot, boolean sent, Throwable failure) {
		if (failure instanceof InterruptedException) {
			Thread.currentThread().interrupt();
		}
		Throwable cause = failure;
		while (cause instanceof ExecutionException && cause.getCause() != null) {
			cause = cause.getCause();
		}
		boolean late = this.nanoTime.getAsLong() - state.deadline() >= 0;
		state.end(Thread.currentThread().isInterrupted() ? Outcome.INTERRUPTED
				: (late ? Outcome.TIMED_OUT : Outcome.FAILED));
		if (TransportException.isFatal(cause)) {
			throw (Error) cause;
		}
		Outcome outcome = Objects.requireNonNull(state.outcome());
		String message = switch (outcome) {
			case TIMED_OUT -> "no complete response within %s ms".formatted(oneShot.timeout().toMillis());
			case CLOSED -> "the client was closed";
			case INTERRUPTED ->
				sent ? "interrupted while waiting for the response" : "interrupted before the request was sent";
			default -> TransportException.describe(cause, this.settings.connectTimeout());
		};
		TransportLog.failed(oneShot, outcome, message);
		if (outcome == Outcome.INTERRUPTED) {
			InterruptedIOException interrupted = new InterruptedIOException(message);
			if (!sent) {
				interrupted.initCause(new RequestNotSentException(message));
			}
			return interrupted;
		}
		this.pool.clear();
		return sent ? new IOException(message) : new RequestNotSentException(message);
	}

	private @Nullable ConnectTls tls() throws TransportException {
		Supplier<@Nullable ConnectTls> supplier = this.settings.tls();
		try {
			return (supplier != null) ? supplier.get() : null;
		}
		catch (RuntimeException ex) {
			throw new TransportException("invalid TLS settings: %s".formatted(TransportException.describe(ex)));
		}
	}

	private static void requireNotInterrupted() throws InterruptedException {
		if (Thread.currentThread().isInterrupted()) {
			throw new InterruptedException();
		}
	}

}
