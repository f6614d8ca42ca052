package io.github.connectapi.session;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import org.springframework.util.CustomizableThreadCreator;

/**
 * Clocks, threads and timer of a manager.
 */
final class SessionScheduler {

	private static final Duration MAX_CLOSE_DURATION = Duration.ofSeconds(2);

	private final LongSupplier nanos;

	private final InstantSource clock;

	private final ScheduledExecutorService executor;

	private final boolean ownsExecutor;

	private @Nullable Future<?> timer;

	/**
	 * Create a scheduler.
	 * @param nanos a monotonic clock in nanoseconds
	 * @param clock the wall clock
	 * @param executor the executor to use, which is not shut down; null to create one
	 */
	SessionScheduler(LongSupplier nanos, InstantSource clock, @Nullable ScheduledExecutorService executor) {
		this.nanos = nanos;
		this.clock = clock;
		this.executor = (executor != null) ? executor : createExecutor();
		this.ownsExecutor = executor == null;
	}

	// An acquisition, two earlier ones that were abandoned, and the timer.
	private static ScheduledExecutorService createExecutor() {
		CustomizableThreadCreator threads = new CustomizableThreadCreator("getty-connect-session-");
		threads.setDaemon(true);
		ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(4, threads::createThread);
		executor.setRemoveOnCancelPolicy(true);
		return executor;
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
		this.executor.execute(task);
	}

	Future<?> schedule(Runnable task, Duration delay) {
		return this.executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
	}

	/**
	 * Set the timer, which replaces its previous task. A delay of null stops it.
	 * Synchronized, so that a task that is due immediately cannot set the next one first.
	 */
	synchronized void setTimer(@Nullable Duration delay, Runnable task) {
		if (this.timer != null) {
			this.timer.cancel(false);
		}
		this.timer = (delay != null) ? startTimer(delay, task) : null;
	}

	private @Nullable Future<?> startTimer(Duration delay, Runnable task) {
		try {
			return schedule(task, delay);
		}
		catch (RejectedExecutionException | Error ex) {
			// Callers start a renewal that is due, so the timer is not essential.
			return null;
		}
	}

	void close() {
		setTimer(null, () -> {
		});
		if (!this.ownsExecutor) {
			return;
		}
		this.executor.shutdownNow();
		try {
			this.executor.awaitTermination(MAX_CLOSE_DURATION.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
