package io.github.connectapi.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;

import io.github.connectapi.Internal;
import io.github.connectapi.UnexpectedFailures;
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

	private static final Set<HttpMethod> METHODS_WITH_BODY = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

	private final TransportSettings settings;

	private final @Nullable ClassLoader classLoader;

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
		this(settings, classLoader, HelperThreads.create(classLoader), SystemClock.nanoTime(),
				InetAddress::getAllByName);
	}

	Transport(TransportSettings settings, HelperThreads threads, LongSupplier nanoTime, HostResolver.Lookup lookup) {
		this(settings, null, threads, nanoTime, lookup);
	}

	private Transport(TransportSettings settings, @Nullable ClassLoader classLoader, HelperThreads threads,
			LongSupplier nanoTime, HostResolver.Lookup lookup) {
		this.settings = settings;
		this.classLoader = classLoader;
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

	/** Send a POST request and return its response. */
	TransportResponse exchange(HttpHeaders headers, RequestBuffer body, OneShotRequest oneShot) throws IOException {
		return exchange(HttpMethod.POST, headers, body, oneShot);
	}

	/**
	 * Send a request and return its response.
	 * @param method the method of the request
	 * @param headers the headers of the request
	 * @param body the body of the request, overwritten afterwards
	 */
	private TransportResponse exchange(HttpMethod method, HttpHeaders headers, RequestBuffer body,
			OneShotRequest oneShot) throws IOException {
		ExchangeState state = this.exchanges.add(oneShot.timeout());
		boolean connected = false;
		try {
			Target target = Target.of(oneShot.uri());
			HttpHeaders complete = RequestHeaders.complete(headers, target, body.size(),
					this.settings.proxyAuthorization());
			if (body.size() == 0 && !METHODS_WITH_BODY.contains(method)) {
				complete.remove(HttpHeaders.CONTENT_LENGTH);
			}
			Connection connection = connection(state, target, complete, oneShot);
			connected = true;
			return exchange(state, connection, method, complete, body, oneShot);
		}
		finally {
			if (!connected) {
				oneShot.sent().set(false);
			}
			end(state);
			body.wipe();
		}
	}

	/**
	 * Send a request with any method, and return its response, whose body is in memory.
	 * @param method the method of the request
	 * @param uri the URI, which may have a query
	 * @param headers the headers of the request
	 * @param body the body of the request; empty for none
	 * @param timeout the timeout of the exchange
	 * @param bodyLimit the maximum length of the body of the response
	 * @return the response, which may be a redirect
	 * @throws IOException if there is no response, or if its body is longer
	 */
	public ClientHttpResponse exchange(HttpMethod method, URI uri, HttpHeaders headers, byte[] body, Duration timeout,
			int bodyLimit) throws IOException {
		RequestBuffer buffer = new RequestBuffer();
		buffer.writeBytes(body);
		boolean repeatable = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
		TransportResponse response = exchange(method, headers, buffer,
				new OneShotRequest(uri, timeout, bodyLimit, repeatable, false, false));
		if (response.length() > bodyLimit) {
			throw new IOException("the response has more than %s bytes".formatted(bodyLimit));
		}
		return response;
	}

	/**
	 * Create a transport with the same settings, and with its own connections and
	 * threads.
	 * @return the transport, to be closed separately
	 */
	public Transport newTransport() {
		return new Transport(this.settings, this.classLoader);
	}

	/**
	 * Send a GET request, and return its response when the head has been received. The
	 * caller reads the body from the connection.
	 * @param uri the URI, which may have a query
	 * @param headers the headers of the request
	 * @param progressTimeout the maximum time without a byte, from connecting to the last
	 * byte; the time in which the caller does not read does not count
	 * @return the response, which must be closed
	 * @throws IOException if there is no response
	 */
	public TransportResponse.Streamed get(URI uri, HttpHeaders headers, Duration progressTimeout) throws IOException {
		OneShotRequest oneShot = OneShotRequest.streamed(uri, progressTimeout);
		ExchangeState state = this.exchanges.add(progressTimeout);
		boolean started = false;
		try {
			Target target = Target.of(uri);
			HttpHeaders complete = RequestHeaders.complete(headers, target, 0, this.settings.proxyAuthorization());
			complete.remove(HttpHeaders.CONTENT_LENGTH);
			Connection connection = connection(state, target, complete, oneShot);
			connection.begin();
			TransportResponse.Streamed response = TransportResponse.Streamed.start(this, state, connection, oneShot,
					complete);
			started = true;
			return response;
		}
		finally {
			if (!started) {
				end(state);
			}
		}
	}

	/** Watch for progress, from now on until the caller has received bytes. */
	void awaitProgress(ExchangeState state, OneShotRequest oneShot) {
		state.resume(this.nanoTime.getAsLong() + oneShot.timeout().toNanos());
		this.exchanges.watch(state);
	}

	/** End an exchange, which fails unless it is complete. */
	void end(ExchangeState state) {
		state.end(Outcome.FAILED);
		this.exchanges.remove(state);
	}

	/** Keep the connection of a complete exchange, or close it. */
	void release(Connection connection, long idleLimit) {
		if (idleLimit > 0) {
			this.pool.release(connection, idleLimit);
		}
		else {
			TransportLog.discarded(connection, "not-kept-alive");
			connection.close();
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

	private TransportResponse exchange(ExchangeState state, Connection connection, HttpMethod method,
			HttpHeaders headers, RequestBuffer body, OneShotRequest oneShot) throws IOException {
		HttpExchange exchange = new HttpExchange(connection, oneShot);
		connection.begin();
		TransportResponse response;
		try {
			requireNotInterrupted();
			response = exchange.execute(method, headers, body);
			if (!state.end(Outcome.COMPLETED)) {
				throw new TransportException("the exchange was aborted");
			}
		}
		catch (Exception | Error ex) {
			throw failure(state, oneShot, connection.isWritten(), ex);
		}
		finally {
			oneShot.sent().set(connection.isWritten());
		}
		release(connection, exchange.idleLimit());
		return response;
	}

	/**
	 * Return the failure of an exchange. After any failure but an interrupt, the idle
	 * connections are closed too, because they may have the same fault.
	 */
	IOException failure(ExchangeState state, OneShotRequest oneShot, boolean sent, Throwable failure) {
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
		if (UnexpectedFailures.isFatal(cause)) {
			throw (Error) cause;
		}
		Outcome outcome = Objects.requireNonNull(state.outcome());
		String message = describe(state, oneShot, sent, cause);
		TransportLog.failed(oneShot, outcome, message);
		if (outcome == Outcome.INTERRUPTED) {
			InterruptedIOException interrupted = new InterruptedIOException(message);
			if (!sent) {
				interrupted.initCause(new RequestNotSentException(message));
			}
			return interrupted;
		}
		this.pool.clear();
		IOException result = sent ? new IOException(message) : new RequestNotSentException(message);
		boolean timeout = outcome == Outcome.TIMED_OUT || TransportException.isTimeout(cause);
		result.initCause(timeout ? new SocketTimeoutException(message) : TransportException.copy(cause));
		return result;
	}

	private String describe(ExchangeState state, OneShotRequest oneShot, boolean sent, Throwable cause) {
		Outcome outcome = Objects.requireNonNull(state.outcome());
		String step = state.step();
		if (outcome == Outcome.CLOSED) {
			return "the client was closed";
		}
		if (outcome == Outcome.INTERRUPTED) {
			return sent ? "interrupted while waiting for the response" : "interrupted before the request was sent";
		}
		if (outcome == Outcome.TIMED_OUT && step.isEmpty() && oneShot.isStreamed()) {
			return "no data within %s ms".formatted(oneShot.timeout().toMillis());
		}
		if (outcome == Outcome.TIMED_OUT && step.isEmpty()) {
			return "no complete response within %s ms".formatted(oneShot.timeout().toMillis());
		}
		String description = TransportException.describe(cause);
		if (outcome == Outcome.TIMED_OUT) {
			description = "no connection within %s ms".formatted(oneShot.timeout().toMillis());
		}
		else if (TransportException.isTimeout(cause)) {
			description = "no connection within %s ms".formatted(this.settings.connectTimeout().toMillis());
		}
		return step.isEmpty() ? description : "%s, while %s".formatted(description, step);
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

	static void requireNotInterrupted() throws InterruptedException {
		if (Thread.currentThread().isInterrupted()) {
			throw new InterruptedException();
		}
	}

}
