package io.github.connectapi.test.time;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Schedules on a {@link TaskQueue} and executes at once. Thread-safe.
 */
final class ManualScheduler extends AbstractExecutorService implements ScheduledExecutorService {

	private final TaskQueue timetable;

	private final Executions executions;

	private volatile boolean shutdown;

	ManualScheduler(TaskQueue timetable, boolean threads) {
		this.timetable = timetable;
		this.executions = new Executions(threads);
	}

	@Override
	public void execute(Runnable command) {
		rejectAfterShutdown();
		this.executions.run(command);
	}

	@Override
	public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
		return scheduled(Executors.callable(command), unit.toNanos(delay), 0);
	}

	@Override
	public <V extends @Nullable Object> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
		return scheduled(callable, unit.toNanos(delay), 0);
	}

	@Override
	public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
		checkPositive(period);
		return scheduled(Executors.callable(command), unit.toNanos(initialDelay), unit.toNanos(period));
	}

	@Override
	public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
		checkPositive(delay);
		return scheduled(Executors.callable(command), unit.toNanos(initialDelay), -unit.toNanos(delay));
	}

	@Override
	public void shutdown() {
		this.shutdown = true;
		this.timetable.removeAll((task) -> task.ownedBy(this)).forEach((task) -> task.cancel(false));
	}

	@Override
	public List<Runnable> shutdownNow() {
		this.shutdown = true;
		this.executions.interrupt();
		return List.copyOf(this.timetable.removeAll((task) -> task.ownedBy(this)));
	}

	@Override
	public boolean isShutdown() {
		return this.shutdown;
	}

	@Override
	public boolean isTerminated() {
		return this.shutdown && this.executions.none();
	}

	@Override
	public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
		return this.executions.awaitNone(Duration.ofNanos(unit.toNanos(timeout))) && this.shutdown;
	}

	/** Puts a task on the table, the periodic one again after it ran. */
	void add(ManualTask<?> task) {
		this.timetable.add(task);
		// Cancelled or shut down meanwhile: then nobody else takes it off again.
		if (this.shutdown || task.isCancelled()) {
			task.cancel(false);
		}
	}

	private <V extends @Nullable Object> ManualTask<V> scheduled(Callable<V> callable, long delay, long period) {
		rejectAfterShutdown();
		long due = this.timetable.now().nanos() + Math.max(0, delay);
		ManualTask<V> task = new ManualTask<>(this, this.timetable, callable, due, period);
		add(task);
		return task;
	}

	private void rejectAfterShutdown() {
		if (this.shutdown) {
			throw new RejectedExecutionException("The scheduler was shut down");
		}
	}

	private static void checkPositive(long period) {
		if (period <= 0) {
			throw new IllegalArgumentException("The period must be positive: " + period);
		}
	}

}
