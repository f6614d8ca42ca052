package io.github.connectapi.test;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Where delayed and hanging answers wait, until their time is up or all are released.
 * Thread-safe.
 */
final class Waiting {

	private volatile CountDownLatch released = new CountDownLatch(1);

	void pause(Duration duration) throws InterruptedException {
		this.released.await(duration.toMillis(), TimeUnit.MILLISECONDS);
	}

	void untilReleased() throws InterruptedException {
		this.released.await();
	}

	synchronized void release() {
		CountDownLatch current = this.released;
		this.released = new CountDownLatch(1);
		current.countDown();
	}

}
