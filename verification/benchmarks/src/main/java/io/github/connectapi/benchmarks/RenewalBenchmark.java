package io.github.connectapi.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.concurrent.locks.LockSupport;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.session.ConnectSessionManager;

/**
 * Renews a session thousands of times over loopback and measures the growth of the heap
 * and the number of threads.
 */
final class RenewalBenchmark {

	/** Renewals that are not measured, in which all code is loaded and compiled. */
	private static final int WARMUP = 20_000;

	private static final int STEP = 1000;

	private RenewalBenchmark() {
	}

	static void run() throws InterruptedException {
		MarkdownTable table = new MarkdownTable("renewals: 10,000 over loopback", "renewals", "heap after GC, KiB",
				"threads");
		LinearRegression heap = new LinearRegression();
		try (LoopbackServer server = new LoopbackServer();
				ConnectClient client = ConnectClient.builder(BaseUrl.of(server.baseUrl())).build();
				ConnectSessionManager manager = ConnectSessionManager
					.builder(client, () -> ConnectCredentials.of("1", "system", "user", "password"))
					.build()) {
			manager.getSession();
			renew(manager, WARMUP);
			for (int done = 0; done <= 10_000; done += STEP) {
				long used = usedHeap();
				heap.add(done, (double) used);
				table.row(done, used / 1024, ManagementFactory.getThreadMXBean().getThreadCount());
				renew(manager, STEP);
			}
			table.print();
			System.out.printf("%nheap slope: %.2f bytes per renewal; requests in addition to one per renewal: %d%n",
					heap.slope(), server.sessionCount() - manager.snapshot().generation());
		}
	}

	private static void renew(ConnectSessionManager manager, int times) throws InterruptedException {
		int last = manager.snapshot().generation() + times;
		while (manager.snapshot().generation() < last) {
			int generation = manager.snapshot().generation();
			manager.renew();
			while (manager.snapshot().generation() == generation) {
				LockSupport.parkNanos(50_000);
			}
		}
	}

	private static long usedHeap() throws InterruptedException {
		for (int i = 0; i < 3; i++) {
			System.gc();
			Thread.sleep(50);
		}
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

	/** A linear regression by least squares. */
	private static final class LinearRegression {

		private double n;

		private double x;

		private double y;

		private double xx;

		private double xy;

		void add(double x, double y) {
			this.n++;
			this.x += x;
			this.y += y;
			this.xx += x * x;
			this.xy += x * y;
		}

		double slope() {
			return (this.n * this.xy - this.x * this.y) / (this.n * this.xx - this.x * this.x);
		}

	}

}
