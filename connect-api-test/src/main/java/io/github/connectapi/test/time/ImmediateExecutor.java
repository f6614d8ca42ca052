package io.github.connectapi.test.time;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Executes tasks immediately, on the calling thread or each on its own daemon thread, and
 * knows which are running. Thread-safe.
 */
final class ImmediateExecutor implements Executor {

	private final boolean useThreads;

	private final Set<Thread> threads = new HashSet<>();

	private int runningTasks;

	ImmediateExecutor(boolean useThreads) {
		this.useThreads = useThreads;
	}

	@Override
	public void execute(Runnable task) {
		taskStarted();
		if (!this.useThreads) {
			run(task);
			return;
		}
		Thread thread = new Thread(() -> run(task), "manual-time");
		thread.setDaemon(true);
		synchronized (this) {
			this.threads.add(thread);
		}
		thread.start();
	}

	synchronized boolean isIdle() {
		return this.runningTasks == 0;
	}

	synchronized boolean awaitIdle(Duration timeout) throws InterruptedException {
		long deadline = System.nanoTime() + timeout.toNanos();
		while (this.runningTasks > 0) {
			long remaining = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
			if (remaining <= 0) {
				return false;
			}
			wait(remaining);
		}
		return true;
	}

	synchronized void interruptThreads() {
		this.threads.forEach(Thread::interrupt);
	}

	private synchronized void taskStarted() {
		this.runningTasks++;
	}

	private synchronized void taskEnded() {
		this.runningTasks--;
		this.threads.remove(Thread.currentThread());
		notifyAll();
	}

	private void run(Runnable task) {
		try {
			task.run();
		}
		// As in a thread pool, the caller of execute must not see the exception.
		catch (Throwable ex) {
			Thread thread = Thread.currentThread();
			thread.getUncaughtExceptionHandler().uncaughtException(thread, ex);
		}
		finally {
			taskEnded();
		}
	}

}
