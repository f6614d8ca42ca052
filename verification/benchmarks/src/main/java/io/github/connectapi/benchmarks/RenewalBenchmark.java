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
		HeapGrowth heap = new HeapGrowth();
		try (LoopbackServer server = new LoopbackServer();
				ConnectClient client = ConnectClient.builder(BaseUrl.of(server.baseUrl())).build();
				ConnectSessionManager manager = ConnectSessionManager
					.builder(client, () -> ConnectCredentials.of("1", "system", "user", "password"))
					.build()) {
			manager.getSession();
			renew(manager, WARMUP);
			for (int done = 0; done <= 10_000; done += STEP) {
				table.row(done, heap.measure(done) / 1024, ManagementFactory.getThreadMXBean().getThreadCount());
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

}
