package io.github.connectapi.session;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * Both clocks, the threads, and the one timer of a manager.
 */
final class SessionTime {

	private static final Duration MAX_CLOSE = Duration.ofSeconds(2);

	private final LongSupplier nanos;

	private final InstantSource clock;

	private final ScheduledExecutorService scheduler;

	private final boolean ownsScheduler;

	private final UnaryOperator<Runnable> carrier;

	private @Nullable Future<?> timer;

	/**
	 * @param carrier makes a task of its caller belong to what the caller is observed in
	 */
	SessionTime(LongSupplier nanos, InstantSource clock, ScheduledExecutorService scheduler, boolean ownsScheduler,
			UnaryOperator<Runnable> carrier) {
		this.nanos = nanos;
		this.clock = clock;
		this.scheduler = scheduler;
		this.ownsScheduler = ownsScheduler;
		this.carrier = carrier;
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

	void run(Runnable task) {
		this.scheduler.execute(this.carrier.apply(task));
	}

	Future<?> runAfter(Duration delay, Runnable task) {
		return this.scheduler.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
	}

	/**
	 * Sets the timer, instead of what it was set to before; null switches it off.
	 * Synchronized, so that a task that is due at once cannot set the next one first.
	 */
	synchronized void wakeAfter(@Nullable Duration delay, Runnable task) {
		if (this.timer != null) {
			this.timer.cancel(false);
		}
		this.timer = (delay != null) ? timer(delay, task) : null;
	}

	void close() {
		wakeAfter(null, () -> {
		});
		if (!this.ownsScheduler) {
			return;
		}
		this.scheduler.shutdownNow();
		try {
			this.scheduler.awaitTermination(MAX_CLOSE.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private @Nullable Future<?> timer(Duration delay, Runnable task) {
		try {
			return runAfter(delay, task);
		}
		catch (RejectedExecutionException | Error ex) {
			// Without a timer the readers see by themselves what is due.
			return null;
		}
	}

}
