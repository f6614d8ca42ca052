package io.github.connectapi.transport;

import java.io.IOException;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Runs short actions at a later time on one daemon thread, which ends when no action is
 * left. The thread is started again when it is needed, also if it ended for another
 * reason. Canceling an action does not signal the thread.
 */
final class TimeoutScheduler implements AutoCloseable {

	private final LongSupplier nanoTime;

	private final HelperThreads threads;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private final TreeSet<Timeout> timeouts = new TreeSet<>();

	private @Nullable Thread thread;

	/** When the thread checks the timeouts again, unless it is signaled. */
	private long nextCheck;

	private long sequence;

	private boolean closed;

	TimeoutScheduler(LongSupplier nanoTime, HelperThreads threads) {
		this.nanoTime = nanoTime;
		this.threads = threads;
	}

	/**
	 * Run an action later.
	 * @param delay the delay in nanoseconds
	 * @param action an action that does not block
	 * @return the timeout, to cancel it
	 * @throws IOException if the thread cannot be started, or the scheduler is closed
	 */
	Timeout schedule(long delay, Runnable action) throws IOException {
		this.lock.lock();
		try {
			if (this.closed) {
				throw new TransportException("the client was closed");
			}
			Timeout timeout = new Timeout(this.nanoTime.getAsLong() + delay, this.sequence++, action);
			this.timeouts.add(timeout);
			if (this.thread == null || !this.thread.isAlive()) {
				start(timeout);
			}
			else if (timeout.time - this.nextCheck < 0) {
				this.changed.signal();
			}
			return timeout;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Cancel a timeout, unless its action has run.
	 * @param timeout the timeout
	 */
	void cancel(Timeout timeout) {
		this.lock.lock();
		try {
			this.timeouts.remove(timeout);
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Cancel all timeouts. The thread ends. */
	@Override
	public void close() {
		this.lock.lock();
		try {
			this.closed = true;
			this.timeouts.clear();
			this.changed.signal();
		}
		finally {
			this.lock.unlock();
		}
	}

	private void start(Timeout first) throws IOException {
		boolean started = false;
		try {
			this.nextCheck = first.time;
			this.thread = this.threads.startPlatform(this::run);
			started = true;
		}
		finally {
			if (!started) {
				this.timeouts.remove(first);
			}
		}
	}

	private void run() {
		Timeout due = next();
		while (due != null) {
			try {
				due.action.run();
			}
			catch (RuntimeException ex) {
				// An action that fails must not prevent the others.
			}
			due = next();
		}
	}

	/** Wait for the next timeout. Return null when no timeout is left. */
	private @Nullable Timeout next() {
		this.lock.lock();
		try {
			while (!this.timeouts.isEmpty()) {
				Timeout first = this.timeouts.first();
				long remaining = first.time - this.nanoTime.getAsLong();
				if (remaining <= 0) {
					this.timeouts.remove(first);
					return first;
				}
				this.nextCheck = first.time;
				try {
					this.changed.awaitNanos(remaining);
				}
				catch (InterruptedException ex) {
					// Nothing interrupts this thread on purpose, so it waits again.
				}
			}
			this.thread = null;
			return null;
		}
		finally {
			this.lock.unlock();
		}
	}

	/** One action and its time. */
	static final class Timeout implements Comparable<Timeout> {

		private final long time;

		private final long sequence;

		private final Runnable action;

		Timeout(long time, long sequence, Runnable action) {
			this.time = time;
			this.sequence = sequence;
			this.action = action;
		}

		@Override
		public int compareTo(Timeout other) {
			int order = Long.signum(this.time - other.time);
			return (order != 0) ? order : Long.compare(this.sequence, other.sequence);
		}

	}

}
