package io.github.connectapi.transport;

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
				new ConnectAttempt(this.nanoTime, this.resolver, state, target, tls, proxyAuthorization, deadline));
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

}
