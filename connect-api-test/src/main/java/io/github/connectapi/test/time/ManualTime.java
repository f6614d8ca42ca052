package io.github.connectapi.test.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;

/**
 * A wall clock, a monotonic clock and schedulers that advance only when a test does so.
 * Scheduled tasks run on the thread that advances the time, in the order in which they
 * are due. While a task runs, both clocks show the time at which it is due.
 * <p>
 * Thread-safe. Reading a clock takes no lock. Only one thread at a time can advance the
 * time; a task may advance it too.
 */
public final class ManualTime {

	private final TaskQueue taskQueue;

	private final ScheduledExecutorService scheduler;

	private final boolean useThreads;

	private ManualTime(Instant wall, long nanos, boolean useThreads) {
		this.taskQueue = new TaskQueue(new ClockReading(wall, nanos));
		this.useThreads = useThreads;
		this.scheduler = new ManualScheduler(this.taskQueue, useThreads);
	}

	/**
	 * Create a manual time that starts on 2026-01-01 at midnight UTC.
	 * @return the time
	 */
	public static ManualTime create() {
		return startingAt(Instant.parse("2026-01-01T00:00:00Z"), 0);
	}

	/**
	 * Create a manual time with other initial clock readings.
	 * @param wall the initial reading of the wall clock
	 * @param nanos the initial reading of the monotonic clock; a value close to
	 * {@link Long#MAX_VALUE} reveals comparisons that fail when it overflows
	 * @return the time
	 */
	public static ManualTime startingAt(Instant wall, long nanos) {
		return new ManualTime(wall, nanos, false);
	}

	/**
	 * Create a manual time like {@link #create()} whose schedulers run executed and
	 * submitted tasks on daemon threads instead of the calling thread.
	 * @return the time
	 */
	public static ManualTime withThreads() {
		return new ManualTime(Instant.parse("2026-01-01T00:00:00Z"), 0, true);
	}

	/**
	 * Return the wall clock.
	 * @return the clock
	 */
	public InstantSource clock() {
		return () -> this.taskQueue.now().wall();
	}

	/**
	 * Return the monotonic clock.
	 * @return the clock, in nanoseconds
	 */
	public LongSupplier nanos() {
		return () -> this.taskQueue.now().nanos();
	}

	/**
	 * Return the scheduler of this time. Executed and submitted tasks run immediately, on
	 * the calling thread unless {@link #withThreads()} is used. Scheduled tasks run when
	 * the time is advanced, on the thread that advances it. A shutdown cancels scheduled
	 * tasks.
	 * @return the scheduler, always the same
	 */
	public ScheduledExecutorService scheduler() {
		return this.scheduler;
	}

	/**
	 * Create another scheduler of this time that can be shut down independently.
	 * @return the scheduler
	 */
	public ScheduledExecutorService newScheduler() {
		return new ManualScheduler(this.taskQueue, this.useThreads);
	}

	/**
	 * Advance both clocks and run the scheduled tasks that become due.
	 * @param duration the duration, which must not be negative
	 */
	public void advance(Duration duration) {
		this.taskQueue.advance(duration);
	}

	/**
	 * Advance both clocks without running scheduled tasks, as on an overloaded machine.
	 * {@link #runDueTasks()} or the next {@link #advance} runs them late.
	 * @param duration the duration, which must not be negative
	 */
	public void advanceWithoutTimers(Duration duration) {
		ClockReading.checkNotNegative(duration);
		this.taskQueue.adjust((now) -> now.plus(duration));
	}

	/**
	 * Run the scheduled tasks that are due. The clocks do not change.
	 */
	public void runDueTasks() {
		this.taskQueue.advance(Duration.ZERO);
	}

	/**
	 * Adjust the wall clock, as an administrator or NTP does. The monotonic clock and the
	 * scheduled tasks are not affected.
	 * @param adjustment the adjustment, which is negative to set the clock back
	 */
	public void adjustWallClock(Duration adjustment) {
		this.taskQueue.adjust((now) -> new ClockReading(now.wall().plus(adjustment), now.nanos()));
	}

	/**
	 * Suspend the machine, as a closed laptop does. The wall clock advances; the
	 * monotonic clock and the scheduled tasks do not.
	 * @param duration the duration, which must not be negative
	 */
	public void suspend(Duration duration) {
		ClockReading.checkNotNegative(duration);
		adjustWallClock(duration);
	}

	/**
	 * Return the number of scheduled tasks that have not run yet.
	 * @return the number
	 */
	public int pendingTasks() {
		return this.taskQueue.size();
	}

	/**
	 * Return the delay until the next scheduled task is due.
	 * @return the delay, which is negative if the task is late, or empty if there is no
	 * task
	 */
	public Optional<Duration> nextDelay() {
		return this.taskQueue.nextDelay();
	}

}
