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
 * The present time and the tasks that wait for theirs. Thread-safe; no task runs under
 * the lock that guards the table.
 */
final class TaskQueue {

	/** Held by the one thread that moves the time, while tasks run. */
	private final ReentrantLock moving = new ReentrantLock();

	private final Object table = new Object();

	private final PriorityQueue<ManualTask<?>> tasks = new PriorityQueue<>();

	private volatile Now now;

	TaskQueue(Now now) {
		this.now = now;
	}

	Now now() {
		return this.now;
	}

	void move(UnaryOperator<Now> change) {
		synchronized (this.table) {
			this.now = change.apply(this.now);
		}
	}

	void advance(Duration duration) {
		Now.checkNotNegative(duration);
		this.moving.lock();
		try {
			long end = this.now.nanos() + duration.toNanos();
			ManualTask<?> task = nextUntil(end);
			while (task != null) {
				task.run();
				task = nextUntil(end);
			}
		}
		finally {
			this.moving.unlock();
		}
	}

	void add(ManualTask<?> task) {
		synchronized (this.table) {
			this.tasks.add(task);
		}
	}

	void remove(ManualTask<?> task) {
		synchronized (this.table) {
			this.tasks.remove(task);
		}
	}

	List<ManualTask<?>> removeAll(Predicate<ManualTask<?>> predicate) {
		synchronized (this.table) {
			List<ManualTask<?>> removed = this.tasks.stream().filter(predicate).sorted().toList();
			this.tasks.removeAll(removed);
			return removed;
		}
	}

	int size() {
		synchronized (this.table) {
			return this.tasks.size();
		}
	}

	Optional<Duration> nextDelay() {
		synchronized (this.table) {
			return Optional.ofNullable(this.tasks.peek())
				.map((task) -> Duration.ofNanos(task.due() - this.now.nanos()));
		}
	}

	/**
	 * Moves the time to the next task that is due until the end and takes it, or moves it
	 * to the end. A task that is late does not move it back.
	 */
	private @Nullable ManualTask<?> nextUntil(long end) {
		synchronized (this.table) {
			ManualTask<?> task = this.tasks.peek();
			boolean due = task != null && task.due() - end <= 0;
			long target = (task != null && due) ? task.due() : end;
			this.now = this.now.plusNanos(Math.max(0, target - this.now.nanos()));
			return due ? this.tasks.poll() : null;
		}
	}

}
