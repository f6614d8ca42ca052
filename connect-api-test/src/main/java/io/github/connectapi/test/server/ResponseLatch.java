package io.github.connectapi.test.server;

import java.util.concurrent.CountDownLatch;

/**
 * Blocks delayed and pending responses until they are released. Thread-safe.
 */
final class ResponseLatch {

	private volatile CountDownLatch current = new CountDownLatch(1);

	/**
	 * Return the latch that the next release opens. A request must get it before it is
	 * recorded: a test may see the recorded request and release it immediately.
	 * @return the latch
	 */
	CountDownLatch current() {
		return this.current;
	}

	synchronized void release() {
		CountDownLatch released = this.current;
		this.current = new CountDownLatch(1);
		released.countDown();
	}

}
