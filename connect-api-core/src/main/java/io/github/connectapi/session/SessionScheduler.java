package io.github.connectapi.session;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectThreadFactory;
import io.github.connectapi.SystemClock;

/**
 * Clocks, threads and timer of a manager.
 */
final class SessionScheduler {

	private static final Duration MAX_CLOSE_DURATION = Duration.ofSeconds(2);

	private static final Duration MAX_COMPLETION_DURATION = Duration.ofMillis(500);

	private static final int MAX_COMPLETIONS = 4;

	/** How long a thread may be idle. The timer wakes up as often while it waits. */
	static final Duration KEEP_ALIVE = Duration.ofSeconds(5);

	static final Duration SUSPENDED_KEEP_ALIVE = Duration.ofMillis(100);

	private final LongSupplier nanos;

	private final InstantSource clock;

	private final ScheduledExecutorService timers;

	private final Executor acquisitions;

	private final List<ThreadPoolExecutor> owned;

	private final ThreadPoolExecutor completions;

	private final Executor asyncExecutor;

	private final @Nullable ClassLoader classLoader;

	private @Nullable Future<?> timer;

	private @Nullable Runnable timerTask;

	private boolean suspended;

	/**
	 * Create a scheduler.
	 * @param nanos a monotonic clock in nanoseconds
	 * @param clock the wall clock
	 * @param executor the executor to use, which is not shut down; null to create threads
	 * @param asyncExecutor the executor that completes stages; null for threads of the
	 * manager
	 * @param classLoader the context class loader of created threads
	 */
	SessionScheduler(LongSupplier nanos, InstantSource clock, @Nullable ScheduledExecutorService executor,
			@Nullable Executor asyncExecutor, @Nullable ClassLoader classLoader) {
		this.nanos = nanos;
		this.clock = clock;
		this.classLoader = classLoader;
		this.asyncExecutor = (asyncExecutor != null) ? asyncExecutor : Runnable::run;
		this.completions = threads("getty-connect-async-").newFixedPool(MAX_COMPLETIONS, KEEP_ALIVE, Integer.MAX_VALUE);
		if (executor != null) {
			this.timers = executor;
			this.acquisitions = executor;
			this.owned = List.of();
		}
		else {
			ConnectThreadFactory threads = threads("getty-connect-session-");
			ThreadPoolExecutor pool = threads.newCachedPool(KEEP_ALIVE);
			ScheduledThreadPoolExecutor timerPool = threads.newTimer(KEEP_ALIVE);
			this.timers = timerPool;
			this.acquisitions = pool;
			this.owned = List.of(pool, timerPool);
		}
	}

	/** Return a factory of the threads of the manager. */
	ConnectThreadFactory threads(String namePrefix) {
		return ConnectThreadFactory.platform(namePrefix, this.classLoader);
	}

	long nanos() {
		return this.nanos.getAsLong();
	}

	long millis() {
		return this.clock.millis();
	}

	ClockReading now() {
		return new ClockReading(nanos(), millis());
	}

	void execute(Runnable task) {
		this.acquisitions.execute(task);
	}

	/**
	 * Complete the stage of a caller. Its dependent stages and the executor of the
	 * application may block or throw, so this is not done on the thread of an
	 * acquisition, unless there is no other one.
	 */
	void executeCompletion(Runnable completion) {
		FutureTask<?> once = new FutureTask<>(completion, null);
		try {
			this.completions.execute(() -> executeAsync(once));
		}
		catch (RejectedExecutionException | Error ex) {
			once.run();
		}
	}

	private void executeAsync(Runnable completion) {
		try {
			this.asyncExecutor.execute(completion);
		}
		catch (Throwable ex) {
			completion.run();
		}
	}

	/** Return the executor of tasks at a later time, which must be short. */
	ScheduledExecutorService timers() {
		return this.timers;
	}

	Future<?> schedule(Runnable task, Duration delay) {
		return this.timers.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
	}

	/**
	 * Set the timer, which replaces its previous task. A delay of null stops it.
	 * Synchronized, so that a task that is due immediately cannot set the next one first.
	 */
	synchronized void setTimer(@Nullable Duration delay, Runnable task) {
		if (this.timer != null) {
			this.timer.cancel(false);
		}
		this.timerTask = (delay != null) ? task : null;
		this.timer = (delay != null && !this.suspended) ? startTimer(delay, task) : null;
	}

	/**
	 * Stop the timer until it is resumed, and end idle threads. Return false if it was
	 * suspended already.
	 */
	synchronized boolean suspend() {
		boolean suspends = !this.suspended;
		this.suspended = true;
		if (this.timer != null) {
			this.timer.cancel(false);
		}
		setKeepAlive(SUSPENDED_KEEP_ALIVE);
		return suspends;
	}

	/**
	 * Start the timer, whose task is due because the clocks may have jumped. Return false
	 * if it was not suspended.
	 */
	synchronized boolean resume() {
		if (!this.suspended) {
			return false;
		}
		this.suspended = false;
		setKeepAlive(KEEP_ALIVE);
		if (this.timerTask != null) {
			setTimer(Duration.ZERO, this.timerTask);
		}
		return true;
	}

	synchronized boolean isSuspended() {
		return this.suspended;
	}

	private void setKeepAlive(Duration keepAlive) {
		this.completions.setKeepAliveTime(keepAlive.toNanos(), TimeUnit.NANOSECONDS);
		this.owned.forEach((pool) -> pool.setKeepAliveTime(keepAlive.toNanos(), TimeUnit.NANOSECONDS));
	}

	private @Nullable Future<?> startTimer(Duration delay, Runnable task) {
		try {
			return schedule(task, delay);
		}
		catch (RuntimeException | Error ex) {
			// Callers start a renewal that is due, so the timer is not essential.
			return null;
		}
	}

	void close() {
		setTimer(null, () -> {
		});
		this.owned.forEach(ExecutorService::shutdownNow);
		this.completions.shutdown();
		try {
			long deadline = SystemClock.nanoTime().getAsLong() + MAX_CLOSE_DURATION.toNanos();
			for (ExecutorService executor : this.owned) {
				executor.awaitTermination(deadline - SystemClock.nanoTime().getAsLong(), TimeUnit.NANOSECONDS);
			}
			this.completions.awaitTermination(MAX_COMPLETION_DURATION.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		interruptCompletions();
	}

	/** Dependent stages that still block are interrupted, and no stage is lost. */
	private void interruptCompletions() {
		List<Runnable> remaining = this.completions.shutdownNow();
		if (!remaining.isEmpty()) {
			this.completions.getThreadFactory().newThread(() -> remaining.forEach((completion) -> {
				Thread.currentThread().interrupt();
				completion.run();
			})).start();
		}
	}

}
