package io.github.connectapi.benchmarks;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The platform threads that a client starts, and the failures and the duration of 5000
 * concurrent searches.
 */
final class ThreadUsage {

	private final Samples threads = new Samples();

	private final Samples millis = new Samples();

	private long failed;

	/** Measure a round with a new client, whose connections are new. */
	void measure(ExchangeClient client, ThreadFactory callers) throws InterruptedException {
		Set<Thread> before = platformThreads();
		CountDownLatch done = new CountDownLatch(1);
		Thread counter = new Thread(() -> count(before, done), "counter");
		try (client) {
			client.search();
			counter.start();
			long start = System.nanoTime();
			this.failed += ConcurrencyBenchmark.atOnce(5000, callers, client::search);
			this.millis.add((System.nanoTime() - start) * 1e-6);
		}
		done.countDown();
		counter.join();
	}

	void addTo(MarkdownTable table, String title, String threadsTarget, String failedTarget) {
		table.row(title, Math.round(this.threads.max()), threadsTarget, this.failed, failedTarget,
				Math.round(this.millis.median()));
	}

	/** Count the threads that were not there before, except the one that counts. */
	private void count(Set<Thread> before, CountDownLatch done) {
		try {
			do {
				Set<Thread> started = platformThreads();
				started.removeAll(before);
				started.remove(Thread.currentThread());
				this.threads.add(started.size());
			}
			while (!done.await(20, TimeUnit.MILLISECONDS));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Return all platform threads but the carrier threads of virtual threads. */
	static Set<Thread> platformThreads() {
		ThreadGroup group = Thread.currentThread().getThreadGroup();
		while (group.getParent() != null) {
			group = group.getParent();
		}
		Thread[] threads = new Thread[10_000];
		Set<Thread> found = new HashSet<>(Arrays.asList(threads).subList(0, group.enumerate(threads)));
		found.removeIf((thread) -> thread instanceof ForkJoinWorkerThread);
		return found;
	}

}
