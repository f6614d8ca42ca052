package io.github.connectapi.transport;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectThreadFactory;

/**
 * Threads of a transport. They end when they are not needed.
 *
 * @param timer runs checks at a later time, on one thread
 * @param connecting runs what may block while connecting, on virtual threads from Java 21
 * on
 * @param lookups looks up hosts, which cannot be interrupted, on a few platform threads
 */
record HelperThreads(ScheduledExecutorService timer, ExecutorService connecting,
		ExecutorService lookups) implements AutoCloseable {

	private static final int MAX_LOOKUPS = 4;

	private static final Duration KEEP_ALIVE = Duration.ofSeconds(1);

	private static final String NAME_PREFIX = "getty-connect-http-";

	static HelperThreads create(@Nullable ClassLoader classLoader) {
		ConnectThreadFactory platform = ConnectThreadFactory.platform(NAME_PREFIX, classLoader);
		ConnectThreadFactory connecting = ConnectThreadFactory.virtual(NAME_PREFIX, classLoader);
		return new HelperThreads(platform.newTimer(KEEP_ALIVE), connecting.newCachedPool(KEEP_ALIVE),
				platform.newFixedPool(MAX_LOOKUPS, KEEP_ALIVE, Integer.MAX_VALUE));
	}

	/**
	 * Return how many threads may connect at a time.
	 * @return the number, which is low if they are platform threads
	 */
	static int maxConnecting() {
		return ConnectThreadFactory.hasVirtualThreads() ? 10_000 : 64;
	}

	/** Interrupt and end all threads, without waiting for them. */
	@Override
	public void close() {
		this.timer.shutdownNow();
		this.connecting.shutdownNow();
		this.lookups.shutdownNow();
	}

}
