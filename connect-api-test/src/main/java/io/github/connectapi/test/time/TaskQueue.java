package io.github.connectapi.test.time;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * The current time and the scheduled tasks. Thread-safe; no task runs while the lock on
 * the queue is held.
 */
final class TaskQueue {

	/** Held by the thread that advances the time, even while tasks run. */
	private final ReentrantLock advanceLock = new ReentrantLock();

	private final Object queueLock = new Object();

	private final PriorityQueue<ManualTask<?>> tasks = new PriorityQueue<>();

	private volatile ClockReading now;

	TaskQueue(ClockReading now) {
		this.now = now;
	}

	ClockReading now() {
		return this.now;
	}

	void adjust(UnaryOperator<ClockReading> change) {
		synchronized (this.queueLock) {
			this.now = change.apply(this.now);
		}
	}

	void advance(Duration duration) {
		ClockReading.checkNotNegative(duration);
		this.advanceLock.lock();
		try {
			long end = this.now.nanos() + duration.toNanos();
			ManualTask<?> task = advanceToNextTask(end);
			while (task != null) {
				task.run();
				task = advanceToNextTask(end);
			}
		}
		finally {
			this.advanceLock.unlock();
		}
	}

	void add(ManualTask<?> task) {
		synchronized (this.queueLock) {
			this.tasks.add(task);
		}
	}

	void remove(ManualTask<?> task) {
		synchronized (this.queueLock) {
			this.tasks.remove(task);
		}
	}

	List<ManualTask<?>> removeAll(Predicate<ManualTask<?>> predicate) {
		synchronized (this.queueLock) {
			List<ManualTask<?>> removed = this.tasks.stream().filter(predicate).sorted().toList();
			this.tasks.removeAll(removed);
			return removed;
		}
	}

	int size() {
		synchronized (this.queueLock) {
			return this.tasks.size();
		}
	}

	Optional<Duration> nextDelay() {
		synchronized (this.queueLock) {
			return Optional.ofNullable(this.tasks.peek())
				.map((task) -> Duration.ofNanos(task.due() - this.now.nanos()));
		}
	}

	/**
	 * Advance the time to the next task that is due until the end and remove that task,
	 * or advance the time to the end. A late task does not turn the time back.
	 */
	private @Nullable ManualTask<?> advanceToNextTask(long end) {
		synchronized (this.queueLock) {
			ManualTask<?> task = this.tasks.peek();
			boolean isDue = task != null && task.due() - end <= 0;
			long target = (task != null && isDue) ? task.due() : end;
			this.now = this.now.plusNanos(Math.max(0, target - this.now.nanos()));
			return isDue ? this.tasks.poll() : null;
		}
	}

}
