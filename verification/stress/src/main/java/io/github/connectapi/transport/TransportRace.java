package io.github.connectapi.transport;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.springframework.http.HttpHeaders;
import org.springframework.util.ReflectionUtils;

/**
 * A transport with one idle connection, on which an exchange was completed. Its timer
 * runs when the test says so, and it opens no other connection.
 */
final class TransportRace {

	static final Target TARGET = new Target(false, "127.0.0.1", 1);

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private static final ExecutorService REJECTING = Executors.newSingleThreadExecutor();

	private static final Field POOL = Objects.requireNonNull(ReflectionUtils.findField(Transport.class, "pool"));

	static {
		REJECTING.shutdown();
		ReflectionUtils.makeAccessible(POOL);
	}

	final MemoryChannel channel = new MemoryChannel();

	final Connection connection = new Connection(this.channel, TARGET, Proxy.NO_PROXY, null, 0);

	final Transport transport;

	private final ConnectionPool pool;

	private final Timer timer = new Timer();

	private volatile long nanos;

	TransportRace() {
		this.transport = new Transport(new TransportSettings(TIMEOUT, null, null),
				new HelperThreads(this.timer, REJECTING, REJECTING), () -> this.nanos, InetAddress::getAllByName);
		this.pool = (ConnectionPool) Objects.requireNonNull(ReflectionUtils.getField(POOL, this.transport));
		this.pool.release(this.connection, ConnectionPool.IDLE_LIMIT);
		exchange();
	}

	/** Return whether there was a response. */
	boolean exchange() {
		RequestBuffer body = new RequestBuffer();
		body.writeBytes("{}".getBytes(StandardCharsets.US_ASCII));
		try {
			this.transport.exchange(new HttpHeaders(), body,
					new OneShotRequest(URI.create("http://127.0.0.1:1/"), TIMEOUT, 1000, true, false, false));
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** Let the time of the exchange pass. */
	void passDeadline() {
		this.nanos = TIMEOUT.toNanos();
		this.timer.tasks.forEach(Runnable::run);
	}

	boolean take() {
		return this.pool.take(TARGET, null, true) == this.connection;
	}

	/** Return whether the connection is kept (2), closed (0), or neither (-1). */
	int kept() {
		int idle = this.pool.size();
		if (idle > 1 || this.channel.isOpen() != (idle == 1)) {
			return -1;
		}
		return 2 * idle;
	}

	/** Keeps its tasks, which the test runs. */
	private static final class Timer extends ScheduledThreadPoolExecutor {

		private final List<Runnable> tasks = new CopyOnWriteArrayList<>();

		Timer() {
			super(0);
		}

		@Override
		public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
			this.tasks.add(command);
			return new NeverDue<>();
		}

		@Override
		public List<Runnable> shutdownNow() {
			return List.of();
		}

	}

	private static final class NeverDue<V> extends CompletableFuture<V> implements ScheduledFuture<V> {

		@Override
		public long getDelay(TimeUnit unit) {
			return Long.MAX_VALUE;
		}

		@Override
		public int compareTo(Delayed other) {
			return 0;
		}

	}

}
