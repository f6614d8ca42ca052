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
 * Schedules tasks in a {@link TaskQueue}, and executes other tasks immediately.
 * Thread-safe.
 */
final class ManualScheduler extends AbstractExecutorService implements ScheduledExecutorService {

	private final TaskQueue taskQueue;

	private final ImmediateExecutor executor;

	private volatile boolean shutdown;

	ManualScheduler(TaskQueue taskQueue, boolean useThreads) {
		this.taskQueue = taskQueue;
		this.executor = new ImmediateExecutor(useThreads);
	}

	@Override
	public void execute(Runnable command) {
		rejectAfterShutdown();
		this.executor.execute(command);
	}

	@Override
	public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
		return add(Executors.callable(command), unit.toNanos(delay), 0);
	}

	@Override
	public <V extends @Nullable Object> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
		return add(callable, unit.toNanos(delay), 0);
	}

	@Override
	public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
		checkPositive(period);
		return add(Executors.callable(command), unit.toNanos(initialDelay), unit.toNanos(period));
	}

	@Override
	public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
		checkPositive(delay);
		return add(Executors.callable(command), unit.toNanos(initialDelay), -unit.toNanos(delay));
	}

	@Override
	public void shutdown() {
		this.shutdown = true;
		this.taskQueue.removeAll((task) -> task.isOwnedBy(this)).forEach((task) -> task.cancel(false));
	}

	@Override
	public List<Runnable> shutdownNow() {
		this.shutdown = true;
		this.executor.interruptThreads();
		return List.copyOf(this.taskQueue.removeAll((task) -> task.isOwnedBy(this)));
	}

	@Override
	public boolean isShutdown() {
		return this.shutdown;
	}

	@Override
	public boolean isTerminated() {
		return this.shutdown && this.executor.isIdle();
	}

	@Override
	public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
		return this.executor.awaitIdle(Duration.ofNanos(unit.toNanos(timeout))) && this.shutdown;
	}

	/** Add a task. A periodic task is added again after each run. */
	void add(ManualTask<?> task) {
		this.taskQueue.add(task);
		// If it was canceled or shut down in the meantime, nothing else removes it.
		if (this.shutdown || task.isCancelled()) {
			task.cancel(false);
		}
	}

	private <V extends @Nullable Object> ManualTask<V> add(Callable<V> callable, long delay, long period) {
		rejectAfterShutdown();
		long due = this.taskQueue.now().nanos() + Math.max(0, delay);
		ManualTask<V> task = new ManualTask<>(this, this.taskQueue, callable, due, period);
		add(task);
		return task;
	}

	private void rejectAfterShutdown() {
		if (this.shutdown) {
			throw new RejectedExecutionException("The scheduler is shut down");
		}
	}

	private static void checkPositive(long period) {
		if (period <= 0) {
			throw new IllegalArgumentException("The period must be positive, not %s".formatted(period));
		}
	}

}
