package io.github.connectapi.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Opens connections on helper threads, because name servers, proxy selectors, key
 * managers and trust managers may block. The caller waits for the connection until its
 * deadline.
 */
final class Connector {

	private static final int MAX_HELPERS = HelperThreads.areVirtual() ? 10_000 : 64;

	private final LongSupplier nanoTime;

	private final HelperThreads threads;

	private final HostResolver resolver;

	private final Semaphore helpers = new Semaphore(MAX_HELPERS);

	Connector(LongSupplier nanoTime, HelperThreads threads, HostResolver resolver) {
		this.nanoTime = nanoTime;
		this.threads = threads;
		this.resolver = resolver;
	}

	/**
	 * Open a connection.
	 * @param state the exchange that needs the connection; its end aborts the attempt
	 * @param target the server
	 * @param tls the TLS settings, or null for those of the JVM
	 * @param proxyAuthorization the header for a proxy, or null for none
	 * @param timeout the time for all addresses, the proxy and TLS, in nanoseconds
	 * @return the connection
	 * @throws ExecutionException if the connection cannot be opened
	 * @throws TimeoutException if it was not opened in time
	 */
	Connection connect(ExchangeState state, Target target, @Nullable ConnectTls tls,
			@Nullable String proxyAuthorization, long timeout)
			throws IOException, InterruptedException, ExecutionException, TimeoutException {
		long deadline = this.nanoTime.getAsLong() + timeout;
		Attempt attempt = new Attempt(target, tls, proxyAuthorization, deadline);
		state.onAbort(attempt::abandon);
		boolean connected = false;
		try {
			if (!this.helpers.tryAcquire(timeout, TimeUnit.NANOSECONDS)) {
				throw new TimeoutException();
			}
			attempt.start();
			Connection connection = attempt.result.get(deadline - this.nanoTime.getAsLong(), TimeUnit.NANOSECONDS);
			connected = true;
			return connection;
		}
		finally {
			if (!connected) {
				attempt.abandon();
			}
		}
	}

	/** One attempt to connect, with one owner for its result. */
	private final class Attempt implements Runnable {

		private final CompletableFuture<Connection> result = new CompletableFuture<>();

		private final Target target;

		private final @Nullable ConnectTls tls;

		private final @Nullable String proxyAuthorization;

		private final long deadline;

		private volatile @Nullable SocketChannel channel;

		private volatile @Nullable Thread thread;

		Attempt(Target target, @Nullable ConnectTls tls, @Nullable String proxyAuthorization, long deadline) {
			this.target = target;
			this.tls = tls;
			this.proxyAuthorization = proxyAuthorization;
			this.deadline = deadline;
		}

		void start() throws IOException {
			boolean started = false;
			try {
				Connector.this.threads.start(this);
				started = true;
			}
			finally {
				if (!started) {
					Connector.this.helpers.release();
				}
			}
		}

		@Override
		public void run() {
			this.thread = Thread.currentThread();
			try {
				if (this.result.isDone()) {
					return;
				}
				Connection connection = open();
				if (!this.result.complete(connection)) {
					connection.abort();
				}
			}
			catch (Throwable ex) {
				this.result.completeExceptionally(ex);
				closeChannel();
			}
			finally {
				this.thread = null;
				Connector.this.helpers.release();
			}
		}

		/** Abort the attempt. A connection that exists or arrives later is closed. */
		void abandon() {
			this.result.cancel(false);
			closeChannel();
			Thread helper = this.thread;
			if (helper != null) {
				helper.interrupt();
			}
		}

		private Connection open() throws IOException, InterruptedException {
			InetSocketAddress proxy = ProxyTunnel.select(this.target);
			SocketChannel connected = openChannel(proxy);
			if (proxy != null && this.target.secure()) {
				ProxyTunnel tunnel = new ProxyTunnel(proxy, this.target);
				if (!tunnel.open(connected, this.proxyAuthorization)) {
					closeChannel();
					String authorization = tunnel.authorization();
					connected = openChannel(proxy);
					tunnel.open(connected, authorization);
				}
			}
			TlsLayer layer = null;
			if (this.target.secure()) {
				layer = new TlsLayer(connected, TlsEngines.create(this.tls, this.target));
				layer.handshake();
			}
			boolean forwarded = proxy != null && !this.target.secure();
			return new Connection(connected, this.target, this.tls, layer, forwarded,
					Connector.this.nanoTime.getAsLong());
		}

		private SocketChannel openChannel(@Nullable InetSocketAddress proxy) throws IOException, InterruptedException {
			String host = (proxy != null) ? proxy.getHostString() : this.target.host();
			int port = (proxy != null) ? proxy.getPort() : this.target.port();
			InetAddress[] addresses = Connector.this.resolver.resolve(host);
			IOException last = new TransportException("the host has no address");
			for (int i = 0; i < addresses.length; i++) {
				try {
					return openChannel(new InetSocketAddress(addresses[i], port), addresses.length - i);
				}
				catch (IOException ex) {
					last = ex;
				}
				catch (IllegalArgumentException ex) {
					// An address of a family that the JVM does not support.
					last = new IOException(ex);
				}
			}
			throw last;
		}

		/** Connect to one of the remaining addresses with its share of the time. */
		private SocketChannel openChannel(InetSocketAddress address, int remaining) throws IOException {
			long share = (this.deadline - Connector.this.nanoTime.getAsLong()) / remaining;
			SocketChannel opened = SocketChannel.open();
			boolean connected = false;
			try {
				this.channel = opened;
				if (this.result.isDone()) {
					throw new TransportException("the attempt to connect was aborted");
				}
				opened.socket().connect(address, (int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(share)));
				opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
				connected = true;
				return opened;
			}
			finally {
				if (!connected) {
					Connection.abort(opened);
				}
			}
		}

		private void closeChannel() {
			SocketChannel current = this.channel;
			if (current != null) {
				Connection.abort(current);
			}
		}

	}

}
