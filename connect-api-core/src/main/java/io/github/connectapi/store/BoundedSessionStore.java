package io.github.connectapi.store;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectThreadFactory;
import io.github.connectapi.Internal;
import io.github.connectapi.SystemClock;

/**
 * Limits the time of each operation of a store, which runs on a thread of its own. The
 * first operations have more time, because they open connections and load classes. An
 * operation without a response is interrupted, and its outcome is unknown. Thread-safe.
 */
@Internal
public final class BoundedSessionStore implements SessionStore, AutoCloseable {

	private static final Duration KEEP_ALIVE = Duration.ofSeconds(1);

	/** The id of a record that is never written. */
	private static final String NO_RECORD = "none";

	private final SessionStore store;

	private final Duration connectTimeout;

	private final Duration timeout;

	private final ThreadPoolExecutor executor;

	private volatile boolean connected;

	/** The first contact while an operation has to wait for it; null if none has. */
	private volatile @Nullable Future<StoreResult> connecting;

	/**
	 * Create a store with limits.
	 * @param store the store
	 * @param connectTimeout the timeout of operations until the first one has a response
	 * @param timeout the timeout of further operations
	 * @param maxThreads the maximum number of threads. Operations that hang occupy them;
	 * if all are occupied, nothing is sent
	 * @param classLoader the context class loader of the threads; null for that of the
	 * system
	 */
	public BoundedSessionStore(SessionStore store, Duration connectTimeout, Duration timeout, int maxThreads,
			@Nullable ClassLoader classLoader) {
		this.store = store;
		this.connectTimeout = connectTimeout;
		this.timeout = timeout;
		this.executor = ConnectThreadFactory.platform("getty-connect-store-", classLoader).newCachedPool(KEEP_ALIVE);
		this.executor.setMaximumPoolSize(maxThreads);
	}

	/**
	 * Read the store once in the background, so that its connection is open and its
	 * classes are loaded before the first operation, which waits for the end of this. The
	 * result does not matter.
	 */
	public void connect() {
		try {
			this.connecting = this.executor.submit(() -> this.store.read(NO_RECORD));
		}
		catch (RejectedExecutionException | Error ex) {
			// The first operation opens the connection.
			this.connecting = null;
		}
	}

	@Override
	public StoreResult read(String id) {
		return execute(() -> this.store.read(id));
	}

	@Override
	public StoreResult claim(String id, byte @Nullable [] expected, String owner, Duration duration) {
		return execute(() -> this.store.claim(id, expected, owner, duration));
	}

	@Override
	public StoreResult extend(String id, String owner, Duration duration) {
		return execute(() -> this.store.extend(id, owner, duration));
	}

	@Override
	public StoreResult replace(String id, byte @Nullable [] expected, byte[] content, Duration keep, String owner) {
		return execute(() -> this.store.replace(id, expected, content, keep, owner));
	}

	@Override
	public StoreResult release(String id, String owner) {
		return execute(() -> this.store.release(id, owner));
	}

	private StoreResult execute(Supplier<StoreResult> operation) {
		Duration limit = this.connected ? this.timeout : this.connectTimeout;
		long deadlineNanos = nanos() + limit.toNanos();
		Future<StoreResult> first = this.connecting;
		if (first != null) {
			StoreResult result = await(first, deadlineNanos, limit);
			this.connecting = null;
			if (first.isCancelled()) {
				return result;
			}
		}
		return execute(operation, deadlineNanos, limit);
	}

	private StoreResult execute(Supplier<StoreResult> operation, long deadlineNanos, Duration limit) {
		Future<StoreResult> pending;
		try {
			pending = this.executor.submit(operation::get);
		}
		catch (RejectedExecutionException | Error ex) {
			return StoreResult.unavailable(ex)
				.withRemedy("former operations still wait for a response; check the store");
		}
		StoreResult result = await(pending, deadlineNanos, limit);
		this.connected |= result.isResponse();
		return result;
	}

	private static StoreResult await(Future<StoreResult> pending, long deadlineNanos, Duration limit) {
		try {
			return pending.get(deadlineNanos - nanos(), TimeUnit.NANOSECONDS);
		}
		catch (ExecutionException ex) {
			return StoreResult.unknown((ex.getCause() != null) ? ex.getCause() : ex);
		}
		catch (TimeoutException | CancellationException ex) {
			pending.cancel(true);
			return StoreResult
				.unknown(new TimeoutException("The store did not respond within %s ms".formatted(limit.toMillis())))
				.withRemedy(
						"there was no response within %s ms; check address, load and TLS of the store, or raise the timeout"
							.formatted(limit.toMillis()));
		}
		catch (InterruptedException ex) {
			pending.cancel(true);
			Thread.currentThread().interrupt();
			return StoreResult.unknown(ex);
		}
	}

	private static long nanos() {
		return SystemClock.nanoTime().getAsLong();
	}

	/** Interrupt the threads. Further operations are not sent. */
	@Override
	public void close() {
		this.executor.shutdownNow();
	}

}
