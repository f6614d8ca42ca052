package io.github.connectapi.user;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Permits for a limited number of users. Thread-safe.
 */
final class UserPermits {

	private final int max;

	private final AtomicInteger acquired = new AtomicInteger();

	UserPermits(int max) {
		this.max = max;
	}

	boolean tryAcquire() {
		int before;
		do {
			before = this.acquired.get();
			if (before >= this.max) {
				return false;
			}
		}
		while (!this.acquired.compareAndSet(before, before + 1));
		return true;
	}

	void release() {
		this.acquired.decrementAndGet();
	}

	int acquired() {
		return this.acquired.get();
	}

}
