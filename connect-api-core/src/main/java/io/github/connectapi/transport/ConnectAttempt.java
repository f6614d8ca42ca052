package io.github.connectapi.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Opens a connection: tries all proxies and all addresses, and performs the TLS
 * handshake. The state of the exchange owns the connection.
 */
record ConnectAttempt(LongSupplier nanoTime, HostResolver resolver, ExchangeState state, Target target,
		@Nullable ConnectTls tls, @Nullable String proxyAuthorization, long deadline) implements Callable<Connection> {

	@Override
	public Connection call() throws Exception {
		long start = this.nanoTime.getAsLong();
		List<Proxy> proxies = ProxyTunnel.select(this.target);
		Connection connection = first(proxies, this.deadline, this::connect);
		if (this.target.secure()) {
			if (connection.proxy.type() == Proxy.Type.HTTP && !ProxyTunnel.open(connection, this.proxyAuthorization)) {
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
