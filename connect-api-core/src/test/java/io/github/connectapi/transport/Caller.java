package io.github.connectapi.transport;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Thread that makes one call.
 */
final class Caller {

	private static final long MILLIS = 20_000;

	private final Thread thread;

	private volatile Object outcome;

	private volatile boolean interrupted;

	private Caller(Call call) {
		this.thread = new Thread(() -> {
			try {
				this.outcome = call.execute();
			}
			catch (Throwable ex) {
				this.outcome = ex;
			}
			this.interrupted = Thread.currentThread().isInterrupted();
		}, "caller");
		this.thread.setDaemon(true);
		this.thread.start();
	}

	static Caller start(Call call) {
		return new Caller(call);
	}

	/** Wait for a condition that another thread causes. */
	static void await(Condition condition) throws Exception {
		long end = System.nanoTime() + MILLIS * 1_000_000;
		while (!condition.isFulfilled()) {
			assertThat(System.nanoTime() - end).as("time to wait").isNegative();
			Thread.sleep(1);
		}
	}

	/** Wait without reacting to an interrupt, as code of others may do. */
	static void awaitUninterruptibly(CountDownLatch latch) {
		boolean interrupted = false;
		while (latch.getCount() > 0) {
			try {
				latch.await();
			}
			catch (InterruptedException ex) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	/** Wait until the call has ended, without reacting to an interrupt. */
	void awaitEnd() {
		long end = System.nanoTime() + MILLIS * 1_000_000;
		while (this.thread.isAlive()) {
			assertThat(System.nanoTime() - end).as("time to wait").isNegative();
			Thread.onSpinWait();
		}
	}

	Thread thread() {
		return this.thread;
	}

	/** Wait until the thread waits for another one. */
	void awaitWaiting() throws Exception {
		await(() -> this.thread.getState() == Thread.State.WAITING
				|| this.thread.getState() == Thread.State.TIMED_WAITING);
	}

	/** Return whether the thread was interrupted when the call ended. */
	boolean isInterrupted() throws InterruptedException {
		outcome();
		return this.interrupted;
	}

	/** Return the result or the failure. */
	Object outcome() throws InterruptedException {
		this.thread.join(MILLIS);
		assertThat(this.thread.isAlive()).as("the call ended").isFalse();
		return this.outcome;
	}

	Throwable failure() throws InterruptedException {
		Object outcome = outcome();
		assertThat(outcome).isInstanceOf(Throwable.class);
		return (Throwable) outcome;
	}

	interface Call {

		String execute() throws IOException;

	}

	interface Condition {

		boolean isFulfilled() throws Exception;

	}

}
