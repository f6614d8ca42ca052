package io.github.connectapi.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.springframework.http.HttpHeaders;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * Transport whose connections have no sockets. The test puts each connection into the
 * pool.
 */
final class ScriptedTransport implements AutoCloseable {

	static final Duration TIMEOUT = Duration.ofSeconds(10);

	static final Target SERVER = new Target(false, "localhost", 1);

	final Transport transport;

	final ConnectionPool pool;

	private final LongSupplier nanoTime;

	ScriptedTransport(ScheduledExecutorService timer, LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
		// Rejects each look-up, so that no connection is opened.
		ExecutorService none = Executors.newSingleThreadExecutor();
		none.shutdown();
		this.transport = new Transport(new TransportSettings(TIMEOUT, null, null),
				new HelperThreads(timer, new DirectExecutor(), none), nanoTime, InetAddress::getAllByName);
		this.pool = (ConnectionPool) ReflectionTestUtils.getField(this.transport, "pool");
	}

	/** Keep a connection as if an exchange had just ended on it. */
	ScriptedChannel connect(ScriptedChannel.Peer peer) {
		return connect(SERVER, peer);
	}

	ScriptedChannel connect(Target target, ScriptedChannel.Peer peer) {
		ScriptedChannel channel = new ScriptedChannel(peer);
		this.pool.release(new Connection(channel, target, Proxy.NO_PROXY, null, this.nanoTime.getAsLong()),
				ConnectionPool.IDLE_LIMIT);
		return channel;
	}

	TransportResponse exchange(String body) throws IOException {
		return exchange(body, true);
	}

	TransportResponse exchange(String body, boolean repeatable) throws IOException {
		RequestBuffer request = new RequestBuffer();
		request.writeBytes(body.getBytes(StandardCharsets.US_ASCII));
		return this.transport.exchange(new HttpHeaders(), request,
				new OneShotRequest(URI.create("http://localhost:1/"), TIMEOUT, 1000, repeatable, false, false));
	}

	@Override
	public void close() {
		this.transport.close();
	}

	/** Executes tasks on the thread of the caller. */
	private static final class DirectExecutor extends AbstractExecutorService {

		@Override
		public void execute(Runnable task) {
			task.run();
		}

		@Override
		public void shutdown() {
		}

		@Override
		public List<Runnable> shutdownNow() {
			return List.of();
		}

		@Override
		public boolean isShutdown() {
			return false;
		}

		@Override
		public boolean isTerminated() {
			return false;
		}

		@Override
		public boolean awaitTermination(long timeout, TimeUnit unit) {
			return true;
		}

	}

}
