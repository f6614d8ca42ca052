package io.github.connectapi.user;

import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectCredentials;
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
		throw new UnsupportedOperationException();
	}

	/**
	 * Start the first stage of an acquisition: the call of the credentials provider.
	 * @param kind the kind of the acquisition
	 * @param task the task
	 * @return the task in the pool
	 */
	public Ticket requestCredentials(AcquisitionKind kind, AcquisitionTask task) {
		throw new UnsupportedOperationException();
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
		throw new UnsupportedOperationException();
	}

	/**
	 * Count a login that was not submitted as one: that of a renewal that the server
	 * refused. Later logins wait the longer.
	 */
	public void countLogin() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Return the number of tasks of both stages that wait.
	 * @return the number
	 */
	public int queued() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Return the number of tasks of both stages that run, without abandoned ones.
	 * @return the number
	 */
	public int running() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Return the number of abandoned tasks that still run.
	 * @return the number, at most 16 for each stage
	 */
	public int abandoned() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Refuse waiting tasks, interrupt running ones and wait up to two seconds for their
	 * end. Logs each thread that still runs. Idempotent.
	 */
	@Override
	public void close() {
		throw new UnsupportedOperationException();
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
