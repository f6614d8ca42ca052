package io.github.connectapi.test;

import java.util.concurrent.CountDownLatch;

/**
 * What delayed and hanging answers wait for. Thread-safe.
 */
final class ResponseLatch {

	private volatile CountDownLatch released = new CountDownLatch(1);

	/**
	 * To be asked before a request is recorded: a test that sees the request and then
	 * releases it must not come too early.
	 */
	CountDownLatch nextRelease() {
		return this.released;
	}

	synchronized void release() {
		CountDownLatch current = this.released;
		this.released = new CountDownLatch(1);
		current.countDown();
	}

}
