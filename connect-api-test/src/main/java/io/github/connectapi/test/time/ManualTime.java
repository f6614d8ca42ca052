package io.github.connectapi.test.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;

/**
 * A wall clock, a monotonic clock and timers that move only by hand. Timers run on the
 * thread that moves the time, in the order in which they are due and each at its own
 * time: the clocks show it while the task runs. A task that is due in the future never
 * runs by itself.
 * <p>
 * Thread-safe. Reading a clock takes no lock. One thread moves the time at once; a task
 * may move it too.
 */
public final class ManualTime {

	private final TaskQueue timetable;

	private final ScheduledExecutorService scheduler;

	private final boolean threads;

	private ManualTime(Instant wall, long nanos, boolean threads) {
		this.timetable = new TaskQueue(new Now(wall, nanos));
		this.threads = threads;
		this.scheduler = new ManualScheduler(this.timetable, threads);
	}

	/**
	 * {@return a time that begins on 2026-01-01 at midnight UTC}
	 */
	public static ManualTime create() {
		return startingAt(Instant.parse("2026-01-01T00:00:00Z"), 0);
	}

	/**
	 * Creates a time that begins elsewhere.
	 * @param wall the first reading of the wall clock
	 * @param nanos the first reading of the monotonic clock; one close to
	 * {@link Long#MAX_VALUE} finds comparisons that do not survive its overflow
	 * @return the time
	 */
	public static ManualTime startingAt(Instant wall, long nanos) {
		return new ManualTime(wall, nanos, false);
	}

	/**
	 * {@return a time like {@link #create()} whose schedulers run {@code execute} and
	 * {@code submit} on daemon threads instead of the calling thread}
	 */
	public static ManualTime withThreads() {
		return new ManualTime(Instant.parse("2026-01-01T00:00:00Z"), 0, true);
	}

	/**
	 * {@return the wall clock}
	 */
	public InstantSource clock() {
		return () -> this.timetable.now().wall();
	}

	/**
	 * {@return the monotonic clock, in nanoseconds}
	 */
	public LongSupplier nanos() {
		return () -> this.timetable.now().nanos();
	}

	/**
	 * {@return the scheduler of this time, always the same} What it is asked to execute
	 * or submit runs at once, on the calling thread unless {@link #withThreads()}; what
	 * is scheduled runs when the time is moved, on the thread that moves it. Shutting it
	 * down drops what is scheduled.
	 */
	public ScheduledExecutorService scheduler() {
		return this.scheduler;
	}

	/**
	 * {@return one more scheduler on this time, shut down independently}
	 */
	public ScheduledExecutorService newScheduler() {
		return new ManualScheduler(this.timetable, this.threads);
	}

	/**
	 * Lets time pass: both clocks move and timers run when they are due.
	 * @param duration how long, not negative
	 */
	public void advance(Duration duration) {
		this.timetable.advance(duration);
	}

	/**
	 * Lets time pass without running timers, as on a machine that is too busy. They are
	 * late then: {@link #runDueTasks()} or the next {@link #advance} runs them.
	 * @param duration how long, not negative
	 */
	public void advanceWithoutTimers(Duration duration) {
		Now.checkNotNegative(duration);
		this.timetable.move((now) -> now.plus(duration));
	}

	/** Runs the timers that are due, without moving a clock. */
	public void runDueTasks() {
		this.timetable.advance(Duration.ZERO);
	}

	/**
	 * Sets the wall clock forward or back, as an administrator or NTP does. Nothing else
	 * moves.
	 * @param step how far; negative is back
	 */
	public void adjustWallClock(Duration step) {
		this.timetable.move((now) -> new Now(now.wall().plus(step), now.nanos()));
	}

	/**
	 * Lets the machine sleep, as a laptop does: the wall clock moves on, the monotonic
	 * clock and the timers stand still.
	 * @param duration how long, not negative
	 */
	public void suspend(Duration duration) {
		Now.checkNotNegative(duration);
		adjustWallClock(duration);
	}

	/**
	 * {@return how many scheduled tasks wait for their time}
	 */
	public int pendingTasks() {
		return this.timetable.size();
	}

	/**
	 * {@return how long until the next scheduled task is due, if there is one; negative
	 * when it is late}
	 */
	public Optional<Duration> nextDelay() {
		return this.timetable.nextDelay();
	}

}
