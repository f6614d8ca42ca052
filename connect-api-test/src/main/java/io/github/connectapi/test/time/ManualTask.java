package io.github.connectapi.test.time;

import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/**
 * A scheduled task.
 *
 * @param <V> the type of its result
 */
final class ManualTask<V extends @Nullable Object> extends FutureTask<V> implements RunnableScheduledFuture<V> {

	private static final AtomicLong SEQUENCE = new AtomicLong();

	private final ManualScheduler owner;

	private final TaskQueue taskQueue;

	/** Positive for a fixed rate, negative for a fixed delay, zero for a single run. */
	private final long period;

	/** Orders tasks that are due at the same time. */
	private final long sequence = SEQUENCE.getAndIncrement();

	private volatile long due;

	ManualTask(ManualScheduler owner, TaskQueue taskQueue, Callable<V> callable, long due, long period) {
		super(callable);
		this.owner = owner;
		this.taskQueue = taskQueue;
		this.due = due;
		this.period = period;
	}

	boolean isOwnedBy(ManualScheduler scheduler) {
		return this.owner == scheduler;
	}

	long due() {
		return this.due;
	}

	@Override
	public boolean isPeriodic() {
		return this.period != 0;
	}

	@Override
	public long getDelay(TimeUnit unit) {
		return unit.convert(this.due - this.taskQueue.now().nanos(), TimeUnit.NANOSECONDS);
	}

	@Override
	public void run() {
		if (!isPeriodic()) {
			super.run();
		}
		else if (runAndReset()) {
			this.due = (this.period > 0) ? this.due + this.period : this.taskQueue.now().nanos() - this.period;
			this.owner.add(this);
		}
	}

	@Override
	public boolean cancel(boolean mayInterruptIfRunning) {
		this.taskQueue.remove(this);
		return super.cancel(mayInterruptIfRunning);
	}

	@Override
	public int compareTo(Delayed other) {
		ManualTask<?> task = (ManualTask<?>) other;
		int byTime = Long.signum(this.due - task.due);
		return (byTime != 0) ? byTime : Long.compare(this.sequence, task.sequence);
	}

	@Override
	public boolean equals(Object other) {
		return this == other;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this);
	}

}
