package io.github.connectapi.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Opens connections on helper threads, because suppliers of TLS settings, name servers,
 * proxy selectors, key managers and trust managers may block. The caller waits until a
 * deadline, or until its exchange ends.
 */
final class Connector implements AutoCloseable {

	private final LongSupplier nanoTime;

	private final ExecutorService executor;

	private final HostResolver resolver;

	private final Semaphore permits = new Semaphore(HelperThreads.maxConnecting());

	Connector(LongSupplier nanoTime, ExecutorService executor, HostResolver resolver) {
		this.nanoTime = nanoTime;
		this.executor = executor;
		this.resolver = resolver;
	}

	/**
	 * Return the current TLS settings.
	 * @param state the exchange that needs them
	 * @param supplier the supplier, which may block
	 * @param deadline when the caller no longer waits
	 * @return the settings, or null for those of the JVM
	 */
	@Nullable ConnectTls tls(ExchangeState state, Supplier<@Nullable ConnectTls> supplier, long deadline)
			throws InterruptedException, ExecutionException, TimeoutException {
		return call(state, deadline, () -> {
			try {
				return supplier.get();
			}
			catch (RuntimeException ex) {
				throw new TransportException("invalid TLS settings: %s".formatted(TransportException.describe(ex)));
			}
		});
	}

	/**
	 * Open a connection.
	 * @param state the exchange that needs the connection; its end aborts the attempt and
	 * closes the connection
	 * @param target the server
	 * @param tls the TLS settings, or null for those of the JVM
	 * @param proxyAuthorization the header for a proxy, or null for none
	 * @param deadline the end of the time for all addresses, the proxies and TLS
	 * @return the connection
	 * @throws ExecutionException if the connection cannot be opened
	 * @throws TimeoutException if it was not opened in time
	 */
	Connection connect(ExchangeState state, Target target, @Nullable ConnectTls tls,
			@Nullable String proxyAuthorization, long deadline)
			throws InterruptedException, ExecutionException, TimeoutException {
		return call(state, deadline,
				new Attempt(this.nanoTime, this.resolver, state, target, tls, proxyAuthorization, deadline));
	}

	/**
	 * Let callers that wait for a thread fail, after the executor was shut down. Each of
	 * them passes the permit on.
	 */
	@Override
	public void close() {
		this.permits.release();
	}

	private <T> T call(ExchangeState state, long deadline, Callable<T> callable)
			throws InterruptedException, ExecutionException, TimeoutException {
		FutureTask<T> task = new FutureTask<>(callable);
		state.waitFor(task);
		if (!this.permits.tryAcquire(deadline - this.nanoTime.getAsLong(), TimeUnit.NANOSECONDS)) {
			throw new TimeoutException();
		}
		boolean started = false;
		try {
			this.executor.execute(() -> {
				try {
					task.run();
				}
				finally {
					this.permits.release();
				}
			});
			started = true;
		}
		finally {
			if (!started) {
				this.permits.release();
			}
		}
		return task.get(deadline - this.nanoTime.getAsLong(), TimeUnit.NANOSECONDS);
	}

	/**
	 * Opens a connection: tries all proxies and all addresses, and performs the TLS
	 * handshake. The state of the exchange owns the connection.
	 */
	private record Attempt(LongSupplier nanoTime, HostResolver resolver, ExchangeState state, Target target,
			@Nullable ConnectTls tls, @Nullable String proxyAuthorization,
			long deadline) implements Callable<Connection> {

		@Override
		public Connection call() throws Exception {
			long start = this.nanoTime.getAsLong();
			List<Proxy> proxies = ProxyTunnel.select(this.target);
			Connection connection = first(proxies, this.deadline, this::connect);
			if (this.target.secure()) {
				if (connection.proxy.type() == Proxy.Type.HTTP
						&& !ProxyTunnel.open(connection, this.proxyAuthorization)) {
					connection.close();
					String authorization = ProxyTunnel.authorization(connection);
					connection = connect(connection.proxy, this.deadline);
					ProxyTunnel.open(connection, authorization);
				}
				connection.startTls();
			}
			TransportLog.opened(connection, this.nanoTime.getAsLong() - start);
			return connection;
		}

		private Connection connect(Proxy proxy, long until) throws Exception {
			InetSocketAddress server = (proxy.address() instanceof InetSocketAddress address) ? address
					: InetSocketAddress.createUnresolved(this.target.host(), this.target.port());
			try {
				List<InetAddress> addresses = this.resolver.resolve(server.getHostString());
				return first(addresses, until, (address, addressUntil) -> connect(proxy,
						new InetSocketAddress(address, server.getPort()), addressUntil));
			}
			catch (IOException ex) {
				if (this.state.outcome() == null) {
					ProxyTunnel.connectFailed(this.target, proxy, ex);
				}
				throw ex;
			}
		}

		private Connection connect(Proxy proxy, InetSocketAddress address, long until) throws IOException {
			long now = this.nanoTime.getAsLong();
			Connection connection = new Connection(SocketChannel.open(), this.target, proxy, this.tls, now);
			this.state.use(connection);
			connection.connect(address, Duration.ofNanos(until - now));
			return connection;
		}

		/** Try each candidate with its share of the time, until one succeeds. */
		private <T> Connection first(List<T> candidates, long until, Step<T> step) throws Exception {
			IOException last = new TransportException("the host has no address");
			for (int i = 0; i < candidates.size() && this.state.outcome() == null; i++) {
				long now = this.nanoTime.getAsLong();
				try {
					return step.connect(candidates.get(i), now + (until - now) / (candidates.size() - i));
				}
				catch (IOException ex) {
					last = ex;
				}
			}
			throw last;
		}

		@FunctionalInterface
		private interface Step<T> {

			Connection connect(T candidate, long until) throws Exception;

		}

	}

}
