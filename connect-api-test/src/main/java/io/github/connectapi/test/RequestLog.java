package io.github.connectapi.test;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * The requests received, in order of arrival. Thread-safe.
 */
final class RequestLog {

	/** So that a server that runs for days does not fill the memory. */
	private static final int MAX = 100_000;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition added = this.lock.newCondition();

	private final Deque<ReceivedRequest> requests = new ArrayDeque<>();

	void add(ReceivedRequest request) {
		this.lock.lock();
		try {
			if (this.requests.size() == MAX) {
				this.requests.removeFirst();
			}
			this.requests.addLast(request);
			this.added.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	List<ReceivedRequest> matching(Predicate<ReceivedRequest> predicate) {
		this.lock.lock();
		try {
			return this.requests.stream().filter(predicate).toList();
		}
		finally {
			this.lock.unlock();
		}
	}

	List<ReceivedRequest> await(String operation, int count, Duration timeout) throws InterruptedException {
		long deadline = System.nanoTime() + timeout.toNanos();
		this.lock.lockInterruptibly();
		try {
			while (true) {
				List<ReceivedRequest> found = matching(ReceivedRequest.of(operation));
				long left = deadline - System.nanoTime();
				if (found.size() >= count) {
					return found;
				}
				if (left <= 0) {
					throw new AssertionError("Waited %s for %d requests of %s, received:%s".formatted(timeout, count,
							operation, ReceivedRequest.summarize(matching((request) -> true))));
				}
				this.added.awaitNanos(left);
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	void clear() {
		this.lock.lock();
		try {
			this.requests.clear();
		}
		finally {
			this.lock.unlock();
		}
	}

}
