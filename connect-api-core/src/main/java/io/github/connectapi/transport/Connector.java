package io.github.connectapi.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.SocketAddress;
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

import org.jspecify.annotations.Nullable;

/**
 * Opens connections on helper threads, because name servers, proxy selectors, key
 * managers and trust managers may block. The caller waits until a deadline, or until its
 * exchange ends.
 */
final class Connector implements AutoCloseable {

	private final LongSupplier nanoTime;

	private final ExecutorService executor;

	private final HostResolver resolver;

	private final Semaphore permits = new Semaphore(HelperThreads.maxConnecting());

	/** Sessions are acquired even if the connections of all calls hang. */
	private final Semaphore sessionPermits = new Semaphore(HelperThreads.maxConnecting());

	Connector(LongSupplier nanoTime, ExecutorService executor, HostResolver resolver) {
		this.nanoTime = nanoTime;
		this.executor = executor;
		this.resolver = resolver;
	}

	/**
	 * Open a connection.
	 * @param state the exchange that needs the connection; its end aborts the attempt and
	 * closes the connection
	 * @param target the server
	 * @param tls the TLS settings, or null for those of the JVM
	 * @param proxyAuthorization the header for a proxy, or null for none
	 * @param session whether the connection is for an operation that acquires a session
	 * @param deadline the end of the time for all addresses, the proxies and TLS
	 * @return the connection
	 * @throws ExecutionException if the connection cannot be opened
	 * @throws TimeoutException if it was not opened in time
	 */
	Connection connect(ExchangeState state, Target target, @Nullable ConnectTls tls,
			@Nullable String proxyAuthorization, boolean session, long deadline)
			throws InterruptedException, ExecutionException, TimeoutException {
		Semaphore permits = session ? this.sessionPermits : this.permits;
		FutureTask<Connection> task = new FutureTask<>(
				new Attempt(this.nanoTime, this.resolver, state, target, tls, proxyAuthorization, deadline));
		state.waitFor(task);
		if (!permits.tryAcquire(deadline - this.nanoTime.getAsLong(), TimeUnit.NANOSECONDS)) {
			throw new TimeoutException();
		}
		start(task, permits);
		return task.get(deadline - this.nanoTime.getAsLong(), TimeUnit.NANOSECONDS);
	}

	/**
	 * Let callers that wait for a thread fail, after the executor was shut down. Each of
	 * them passes the permit on.
	 */
	@Override
	public void close() {
		this.permits.release();
		this.sessionPermits.release();
	}

	private void start(Runnable task, Semaphore permits) {
		boolean started = false;
		try {
			this.executor.execute(() -> {
				try {
					task.run();
				}
				finally {
					permits.release();
				}
			});
			started = true;
		}
		finally {
			if (!started) {
				permits.release();
			}
		}
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
			this.state.begin("selecting a proxy");
			List<Proxy> proxies = ProxyTunnel.select(this.target);
			Connection connection = first(proxies, this.deadline, this::connect);
			if (this.target.secure()) {
				if (connection.proxy.type() == Proxy.Type.HTTP && !openTunnel(connection, this.proxyAuthorization)) {
					connection.close();
					String authorization = ProxyTunnel.authorization(connection);
					connection = connect(connection.proxy, this.deadline);
					openTunnel(connection, authorization);
				}
				this.state.begin("performing the TLS handshake with %s".formatted(this.target.authority()));
				connection.startTls();
			}
			this.state.begin("");
			TransportLog.opened(connection, this.nanoTime.getAsLong() - start);
			return connection;
		}

		private boolean openTunnel(Connection connection, @Nullable String authorization) throws IOException {
			this.state
				.begin("opening a tunnel through the proxy %s".formatted(withoutSlash(connection.proxy.address())));
			return ProxyTunnel.open(connection, authorization);
		}

		private Connection connect(Proxy proxy, long until) throws Exception {
			InetSocketAddress server = (proxy.address() instanceof InetSocketAddress address) ? address
					: InetSocketAddress.createUnresolved(this.target.host(), this.target.port());
			this.state.begin("looking up %s%s".formatted(ProxyTunnel.prefix(proxy), server.getHostString()));
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
			this.state.begin("connecting to %s%s".formatted(ProxyTunnel.prefix(proxy), withoutSlash(address)));
			Connection connection = new Connection(SocketChannel.open(), this.target, proxy, this.tls, now);
			this.state.use(connection);
			connection.connect(address, Duration.ofNanos(until - now));
			return connection;
		}

		private static String withoutSlash(@Nullable SocketAddress address) {
			return String.valueOf(address).replaceFirst("^/", "");
		}

		/**
		 * Try each candidate until one succeeds, for half of the remaining time, and the
		 * last one for all of it. Equal shares could be too short for any of many.
		 */
		private <T> Connection first(List<T> candidates, long until, Step<T> step) throws Exception {
			IOException last = new TransportException("the host has no address");
			for (int i = 0; i < candidates.size() && this.state.outcome() == null; i++) {
				long now = this.nanoTime.getAsLong();
				try {
					return step.connect(candidates.get(i),
							(i < candidates.size() - 1) ? now + (until - now) / 2 : until);
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
