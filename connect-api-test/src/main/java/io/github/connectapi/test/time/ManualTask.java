package io.github.connectapi.test.time;

import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/**
 * One scheduled task.
 *
 * @param <V> its result
 */
final class ManualTask<V extends @Nullable Object> extends FutureTask<V> implements RunnableScheduledFuture<V> {

	private static final AtomicLong SEQUENCE = new AtomicLong();

	private final ManualScheduler owner;

	private final TaskQueue timetable;

	/** Positive: at a fixed rate. Negative: with a fixed delay. Zero: once. */
	private final long period;

	/** Of two tasks due at the same time the one scheduled first runs first. */
	private final long sequence = SEQUENCE.getAndIncrement();

	private volatile long due;

	ManualTask(ManualScheduler owner, TaskQueue timetable, Callable<V> callable, long due, long period) {
		super(callable);
		this.owner = owner;
		this.timetable = timetable;
		this.due = due;
		this.period = period;
	}

	boolean ownedBy(ManualScheduler scheduler) {
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
		return unit.convert(this.due - this.timetable.now().nanos(), TimeUnit.NANOSECONDS);
	}

	@Override
	public void run() {
		if (!isPeriodic()) {
			super.run();
		}
		else if (runAndReset()) {
			this.due = (this.period > 0) ? this.due + this.period : this.timetable.now().nanos() - this.period;
			this.owner.add(this);
		}
	}

	@Override
	public boolean cancel(boolean mayInterruptIfRunning) {
		this.timetable.remove(this);
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
