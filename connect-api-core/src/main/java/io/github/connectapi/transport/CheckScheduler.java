package io.github.connectapi.transport;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Runs a check at the earliest time that was requested. The check requests its next time
 * itself. Most requests are later than the pending check, so they schedule nothing.
 */
final class CheckScheduler {

	private static final long RETRY_DELAY = Duration.ofSeconds(1).toNanos();

	private static final long OVERDUE = Duration.ofSeconds(1).toNanos();

	private final ScheduledExecutorService executor;

	private final LongSupplier nanoTime;

	private final Runnable check;

	private final ReentrantLock lock = new ReentrantLock();

	private @Nullable Future<?> task;

	/** When the pending check runs, or null if none is pending. */
	private volatile @Nullable Long pending;

	CheckScheduler(ScheduledExecutorService executor, LongSupplier nanoTime, Runnable check) {
		this.executor = executor;
		this.nanoTime = nanoTime;
		this.check = check;
	}

	/**
	 * Request a check.
	 * @param time the time of {@code nanoTime} at which it runs at the latest
	 * @throws RejectedExecutionException if the executor is shut down
	 */
	void checkAt(long time) {
		if (isPendingBefore(time)) {
			return;
		}
		this.lock.lock();
		try {
			if (!isPendingBefore(time)) {
				Future<?> later = this.task;
				Long overdue = this.pending;
				long now = this.nanoTime.getAsLong();
				long next = (overdue != null && overdue - time < 0) ? now : time;
				this.task = this.executor.schedule(this::run, next - now, TimeUnit.NANOSECONDS);
				this.pending = next;
				if (later != null) {
					later.cancel(false);
				}
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Check now instead of later, so that no check stays pending without need. */
	void checkNow() {
		this.lock.lock();
		try {
			if (this.task != null) {
				this.task.cancel(false);
			}
		}
		finally {
			this.lock.unlock();
		}
		run();
	}

	/**
	 * A check that is overdue does not count, because the executor may have no thread.
	 */
	private boolean isPendingBefore(long time) {
		Long earliest = this.pending;
		return earliest != null && earliest - time <= 0 && this.nanoTime.getAsLong() - earliest < OVERDUE;
	}

	private void run() {
		this.lock.lock();
		try {
			this.pending = null;
		}
		finally {
			this.lock.unlock();
		}
		try {
			this.check.run();
		}
		catch (Throwable ex) {
			retry();
		}
	}

	/** Repeat a check that failed, because exchanges depend on it. */
	private void retry() {
		try {
			checkAt(this.nanoTime.getAsLong() + RETRY_DELAY);
		}
		catch (RejectedExecutionException ex) {
			// The transport is closed.
		}
	}

}
