package io.github.connectapi.test;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The received requests in order of arrival. Thread-safe.
 */
final class RequestLog {

	/** Bounds the memory of a server that runs for days. */
	private static final int MAX_REQUESTS = 10_000;

	/** Bounds the memory of bodies, which have up to 10 MB each. */
	private static final long MAX_CHARACTERS = 32L * 1024 * 1024;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition added = this.lock.newCondition();

	private final Deque<ReceivedRequest> requests = new ArrayDeque<>();

	private long characters;

	void add(ReceivedRequest request) {
		this.lock.lock();
		try {
			this.requests.addLast(request);
			this.characters += request.body().length();
			while (this.requests.size() > MAX_REQUESTS || this.characters > MAX_CHARACTERS) {
				this.characters -= this.requests.removeFirst().body().length();
			}
			this.added.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	List<ReceivedRequest> all() {
		this.lock.lock();
		try {
			return List.copyOf(this.requests);
		}
		finally {
			this.lock.unlock();
		}
	}

	List<ReceivedRequest> forOperation(String operation) {
		return all().stream().filter((request) -> request.operation().equals(operation)).toList();
	}

	List<ReceivedRequest> await(String operation, int count, Duration timeout) throws InterruptedException {
		long deadline = System.nanoTime() + timeout.toNanos();
		this.lock.lockInterruptibly();
		try {
			while (true) {
				List<ReceivedRequest> matches = forOperation(operation);
				long remaining = deadline - System.nanoTime();
				if (matches.size() >= count) {
					return matches;
				}
				if (remaining <= 0) {
					throw new AssertionError("Expected %s requests for %s within %s. Received:%s".formatted(count,
							operation, timeout, ReceivedRequest.summarize(all())));
				}
				this.added.awaitNanos(remaining);
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
			this.characters = 0;
		}
		finally {
			this.lock.unlock();
		}
	}

}
