package io.github.connectapi.test.time;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Runs what is to be executed at once, on the calling thread or on a daemon thread of its
 * own, and knows what still runs. Thread-safe.
 */
final class Executions {

	private final boolean threads;

	private final Set<Thread> started = new HashSet<>();

	private int running;

	Executions(boolean threads) {
		this.threads = threads;
	}

	void run(Runnable task) {
		begin();
		if (!this.threads) {
			runAndEnd(task);
			return;
		}
		Thread thread = new Thread(() -> runAndEnd(task), "manual-time");
		thread.setDaemon(true);
		synchronized (this) {
			this.started.add(thread);
		}
		thread.start();
	}

	synchronized boolean none() {
		return this.running == 0;
	}

	synchronized boolean awaitNone(Duration timeout) throws InterruptedException {
		long deadline = System.nanoTime() + timeout.toNanos();
		while (this.running > 0) {
			long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
			if (left <= 0) {
				return false;
			}
			wait(left);
		}
		return true;
	}

	synchronized void interrupt() {
		this.started.forEach(Thread::interrupt);
	}

	private synchronized void begin() {
		this.running++;
	}

	private synchronized void end() {
		this.running--;
		this.started.remove(Thread.currentThread());
		notifyAll();
	}

	private void runAndEnd(Runnable task) {
		try {
			task.run();
		}
		// As in a pool: who called execute never sees what the task threw.
		catch (Throwable ex) {
			Thread thread = Thread.currentThread();
			thread.getUncaughtExceptionHandler().uncaughtException(thread, ex);
		}
		finally {
			end();
		}
	}

}
