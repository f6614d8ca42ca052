package io.github.connectapi.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.test.util.ReflectionTestUtils;

import io.github.connectapi.SystemClock;
import io.github.connectapi.transport.ExchangeState.Outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(60)
class ConnectorTests {

	private static final String HOST = "connect.example.com";

	private final ProxySelector selector = ProxySelector.getDefault();

	private final HelperThreads threads = HelperThreads.create(null);

	private final ExchangeState state = new ExchangeState(0);

	private final CountDownLatch released = new CountDownLatch(1);

	@AfterEach
	void restore() {
		ProxySelector.setDefault(this.selector);
		this.released.countDown();
		this.threads.close();
	}

	@Test
	void whenTheFirstAddressRefusesThenTheNextIsUsed() throws Exception {
		try (LocalServer server = LocalServer.start(LocalServer::next)) {
			connect(connector("127.0.0.3", "127.0.0.1"), server.port(), Duration.ofSeconds(5)).abort();
		}
	}

	@Test
	void whenTheFirstAddressIsDeadThenItUsesItsShareOfTheTimeOnly() throws Exception {
		List<SocketChannel> ahead = new ArrayList<>();
		try (LocalServer server = LocalServer.start(LocalServer::next);
				ServerSocket dead = new ServerSocket(server.port(), 1, InetAddress.getByName("127.0.0.2"))) {
			for (int i = 0; i < 5; i++) {
				SocketChannel connection = SocketChannel.open();
				ahead.add(connection);
				connection.configureBlocking(false);
				connection.connect(dead.getLocalSocketAddress());
			}
			connect(connector("127.0.0.2", "127.0.0.1"), server.port(), Duration.ofSeconds(2)).abort();
			while (server.connections().isEmpty()) {
				Thread.onSpinWait();
			}
		}
		finally {
			for (SocketChannel connection : ahead) {
				connection.close();
			}
		}
	}

	@Test
	void whenAllAddressesRefuseThenConnectingFails() throws IOException {
		int port;
		try (ServerSocket closed = new ServerSocket(0)) {
			port = closed.getLocalPort();
		}
		assertThatExceptionOfType(ExecutionException.class)
			.isThrownBy(() -> connect(connector("127.0.0.1", "127.0.0.3"), port, Duration.ofSeconds(5)))
			.withCauseInstanceOf(ConnectException.class);
	}

	@Test
	void whenTheNameServerHangsThenTheTimeoutHoldsAndNothingIsOpenedLater() throws Exception {
		CompletableFuture<Thread> lookup = new CompletableFuture<>();
		try (LocalServer server = LocalServer.start(LocalServer::next)) {
			Connector connector = connector((host) -> {
				lookup.complete(Thread.currentThread());
				await();
				return new InetAddress[] { InetAddress.getLoopbackAddress() };
			});
			assertThatExceptionOfType(TimeoutException.class)
				.isThrownBy(() -> connect(connector, server.port(), Duration.ofMillis(200)));
			this.state.end(Outcome.FAILED);
			this.released.countDown();
			lookup.get().join();
			assertThat(server.connections()).isEmpty();
		}
	}

	@Test
	void whenAProxySelectorHangsThenTheEndOfTheExchangeEndsTheWait() throws Exception {
		CountDownLatch selecting = new CountDownLatch(1);
		ProxySelector.setDefault(new ProxySelector() {
			@Override
			public List<Proxy> select(URI uri) {
				selecting.countDown();
				await();
				return List.of(Proxy.NO_PROXY);
			}

			@Override
			public void connectFailed(URI uri, SocketAddress address, IOException failure) {
			}
		});
		CompletableFuture<Connection> result = new CompletableFuture<>();
		Thread caller = new Thread(() -> {
			try {
				result.complete(connect(connector("127.0.0.1"), 1, Duration.ofSeconds(30)));
			}
			catch (Exception ex) {
				result.completeExceptionally(ex);
			}
		});
		caller.start();
		selecting.await();
		this.state.end(Outcome.CLOSED);
		assertThat(result).failsWithin(10, TimeUnit.SECONDS)
			.withThrowableThat()
			.isInstanceOf(CancellationException.class);
	}

	@Test
	void whenTheProxyIsASocksProxyThenConnectingFailsClearly() {
		ProxySelector.setDefault(proxies(new Proxy(Proxy.Type.SOCKS, new InetSocketAddress("127.0.0.1", 1))));
		assertThatExceptionOfType(ExecutionException.class)
			.isThrownBy(() -> connect(connector("127.0.0.1"), 1, Duration.ofSeconds(5)))
			.withRootCauseInstanceOf(TransportException.class)
			.withMessageContaining("a SOCKS proxy is not supported");
	}

	@Test
	void whenTheExchangeEndedBeforeThenNoConnectionIsOpened() throws Exception {
		this.state.end(Outcome.CLOSED);
		try (LocalServer server = LocalServer.start(LocalServer::next)) {
			assertThatExceptionOfType(Exception.class)
				.isThrownBy(() -> connect(connector("127.0.0.1"), server.port(), Duration.ofSeconds(5)));
		}
	}

	@Test
	void whenCodeOfOthersThrowsErrorsThenNoPermitIsLost() throws Exception {
		Connector connector = connector("127.0.0.1");
		try (LocalServer server = LocalServer.start(LocalServer::next)) {
			ProxySelector.setDefault(failing(new OutOfMemoryError("expected")));
			for (int i = 0; i < 70; i++) {
				assertThatExceptionOfType(ExecutionException.class)
					.isThrownBy(() -> connect(connector, server.port(), Duration.ofSeconds(20)))
					.withCauseInstanceOf(OutOfMemoryError.class);
			}
			ProxySelector.setDefault(null);
			connect(connector, server.port(), Duration.ofSeconds(20)).abort();
		}
	}

	@Test
	void whenNoThreadIsFreeThenTheEndOfTheTransportEndsTheWait() throws Exception {
		Connector connector = new Connector(SystemClock.nanoTime(), this.threads.connecting(),
				new HostResolver(this.threads.lookups(), InetAddress::getAllByName));
		Semaphore permits = (Semaphore) ReflectionTestUtils.getField(connector, "permits");
		permits.drainPermits();
		List<CompletableFuture<Connection>> waiting = List.of(start(connector), start(connector), start(connector));
		while (permits.getQueueLength() < waiting.size()) {
			Thread.onSpinWait();
		}
		this.threads.close();
		connector.close();
		for (CompletableFuture<Connection> each : waiting) {
			assertThat(each).failsWithin(10, TimeUnit.SECONDS)
				.withThrowableThat()
				.isInstanceOf(ExecutionException.class)
				.withCauseInstanceOf(RejectedExecutionException.class);
		}
	}

	@Test
	void whenAllCallsAreConnectingThenASessionIsAcquired() throws Exception {
		Connector connector = connector("127.0.0.1");
		((Semaphore) ReflectionTestUtils.getField(connector, "permits")).drainPermits();
		try (LocalServer server = LocalServer.start(LocalServer::next)) {
			connector
				.connect(this.state, new Target(false, HOST, server.port()), null, null, true,
						SystemClock.nanoTime().getAsLong() + Duration.ofSeconds(20).toNanos())
				.abort();
		}
	}

	private CompletableFuture<Connection> start(Connector connector) {
		CompletableFuture<Connection> result = new CompletableFuture<>();
		new Thread(() -> {
			try {
				result.complete(connector.connect(new ExchangeState(0), new Target(false, HOST, 1), null, null, false,
						SystemClock.nanoTime().getAsLong() + Duration.ofSeconds(50).toNanos()));
			}
			catch (Exception ex) {
				result.completeExceptionally(ex);
			}
		}).start();
		return result;
	}

	private static ProxySelector failing(Error error) {
		return new ProxySelector() {
			@Override
			public List<Proxy> select(URI uri) {
				throw error;
			}

			@Override
			public void connectFailed(URI uri, SocketAddress address, IOException failure) {
			}
		};
	}

	static ProxySelector proxies(Proxy... proxies) {
		return proxies(new ArrayList<>(), proxies);
	}

	static ProxySelector proxies(List<SocketAddress> failed, Proxy... proxies) {
		return new ProxySelector() {
			@Override
			public List<Proxy> select(URI uri) {
				return List.of(proxies);
			}

			@Override
			public void connectFailed(URI uri, SocketAddress address, IOException failure) {
				failed.add(address);
			}
		};
	}

	private Connection connect(Connector connector, int port, Duration timeout) throws Exception {
		return connector.connect(this.state, new Target(false, HOST, port), null, null, false,
				SystemClock.nanoTime().getAsLong() + timeout.toNanos());
	}

	private Connector connector(String... addresses) {
		return connector((host) -> {
			InetAddress[] found = new InetAddress[addresses.length];
			for (int i = 0; i < found.length; i++) {
				found[i] = InetAddress.getByName(addresses[i]);
			}
			return found;
		});
	}

	private Connector connector(HostResolver.Lookup lookup) {
		return new Connector(SystemClock.nanoTime(), this.threads.connecting(),
				new HostResolver(this.threads.lookups(), lookup));
	}

	private void await() {
		boolean interrupted = false;
		while (true) {
			try {
				this.released.await();
				break;
			}
			catch (InterruptedException ex) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

}
