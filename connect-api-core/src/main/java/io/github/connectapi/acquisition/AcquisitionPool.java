package io.github.connectapi.acquisition;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectThreadFactory;
import io.github.connectapi.Internal;

/**
 * Threads of the acquisitions of all users. An acquisition has two stages, each with its
 * own threads and its own queue, so that credentials providers that hang do not delay
 * exchanges:
 * <ol>
 * <li>{@link #requestCredentials} calls the provider, on at most 80 threads.</li>
 * <li>{@link #execute} exchanges with the server, on at most 16 threads by default.</li>
 * </ol>
 * In both queues, users whose last acquisition did not fail come before the others, and
 * the others use a part of the threads only. Among them, the order is that of arrival.
 * Logins are limited to a number in any second; renewals are not, and overtake logins
 * that wait for it. Threads are started when they are needed, and end when they are idle.
 * Thread-safe. No method blocks, except for {@link #close()}.
 */
@Internal
public final class AcquisitionPool implements AutoCloseable {

	/** Ordinary calls need few of them. Most of them are for calls that hang. */
	private static final int MAX_CREDENTIALS_THREADS = 80;

	private static final long MAX_CLOSE_NANOS = Duration.ofSeconds(2).toNanos();

	private final AcquisitionGate gate;

	private final TaskPool credentials;

	private final TaskPool exchanges;

	private final AtomicBoolean closed = new AtomicBoolean();

	/**
	 * Create a pool.
	 * @param settings the limits
	 * @param gate decides whether an exchange may start, and learns its result
	 * @param nanoTime the monotonic clock, in nanoseconds
	 * @param timer runs short tasks at a later time; not shut down
	 * @param classLoader the context class loader of the threads; null for that of the
	 * system
	 */
	public AcquisitionPool(AcquisitionPoolSettings settings, AcquisitionGate gate, LongSupplier nanoTime,
			ScheduledExecutorService timer, @Nullable ClassLoader classLoader) {
		this.gate = gate;
		int threads = settings.maxConcurrentAcquisitions();
		this.credentials = new TaskPool(
				new TaskPool.Limits(MAX_CREDENTIALS_THREADS, TaskPool.MAX_ABANDONED, settings.maxQueued(),
						"the credentials provider"),
				null, null, nanoTime, timer, ConnectThreadFactory.platform("getty-connect-credentials-", classLoader));
		this.exchanges = new TaskPool(
				new TaskPool.Limits(threads, Math.max(1, threads * 3 / 4), settings.maxQueued(),
						"an exchange of the client (a customizer, an interceptor or its TLS supplier may hang)"),
				gate, new RateLimit(settings.maxLoginsPerSecond(), Duration.ofSeconds(1)), nanoTime, timer,
				ConnectThreadFactory.platform("getty-connect-users-", classLoader));
	}

	/**
	 * Start the first stage of an acquisition: the call of the credentials provider.
	 * @param kind the kind of the acquisition
	 * @param task the task
	 * @return the task in the pool
	 */
	public Ticket requestCredentials(AcquisitionKind kind, AcquisitionTask task) {
		return this.credentials.submit(kind, null, task);
	}

	/**
	 * Start the second stage of an acquisition: the exchange with the server. It waits
	 * while another login finds out whether the system or the server is usable.
	 * @param kind the kind of the acquisition
	 * @param userKey the key of the user
	 * @param credentials the credentials of the user
	 * @param task the task
	 * @return the task in the pool
	 */
	public Ticket execute(AcquisitionKind kind, String userKey, ConnectCredentials credentials, AcquisitionTask task) {
		return this.exchanges.submit(kind, this.gate.request(userKey, credentials), task);
	}

	/**
	 * Count a login that was not submitted as one: that of a renewal that the server
	 * refused. Later logins wait the longer.
	 */
	public void countLogin() {
		this.exchanges.countLogin();
	}

	/**
	 * Return the number of tasks of both stages that wait.
	 * @return the number
	 */
	public int queued() {
		return this.credentials.queued() + this.exchanges.queued();
	}

	/**
	 * Return the number of tasks of both stages that run, without abandoned ones.
	 * @return the number
	 */
	public int running() {
		return this.credentials.running() + this.exchanges.running();
	}

	/**
	 * Return the number of abandoned tasks that still run.
	 * @return the number, at most 16 for each stage
	 */
	public int abandoned() {
		return this.credentials.abandoned() + this.exchanges.abandoned();
	}

	/**
	 * Refuse waiting tasks, interrupt running ones and wait up to two seconds for their
	 * end. Logs each thread that still runs. Idempotent.
	 */
	@Override
	public void close() {
		if (this.closed.getAndSet(true)) {
			return;
		}
		this.credentials.close();
		this.exchanges.close();
		try {
			this.credentials.awaitEnd(this.exchanges.awaitEnd(MAX_CLOSE_NANOS));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.credentials.logRemaining();
		this.exchanges.logRemaining();
	}

	/**
	 * A task in the pool.
	 */
	@Internal
	public interface Ticket {

		/**
		 * Leave the queue.
		 * @return true if the task had not started: neither of its methods will be
		 * called; false if it has started, has ended or was refused
		 */
		boolean cancel();

		/**
		 * Return whether the task has started.
		 * @return false while it waits, and if it was cancelled or refused
		 */
		boolean isStarted();

		/**
		 * Abandon a running task, after it was interrupted: another one may use its place
		 * while it still runs. At most 16 are abandoned at a time in each stage; further
		 * ones keep their place. A thread that still runs a second later is logged. Does
		 * nothing if it does not run.
		 */
		void abandon();

	}

}
