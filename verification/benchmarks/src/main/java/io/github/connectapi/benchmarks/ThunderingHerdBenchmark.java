package io.github.connectapi.benchmarks;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;

import io.github.connectapi.benchmarks.peer.Peer;
import io.github.connectapi.benchmarks.peer.Server;
import io.github.connectapi.benchmarks.peer.Times;
import io.github.connectapi.benchmarks.peer.TokenCache;

/**
 * Starts many callers at once while there is no token. The server takes 50 ms.
 */
final class ThunderingHerdBenchmark {

	private static final Duration DELAY = Duration.ofMillis(50);

	private static final Times TIMES = Times.of(Duration.ofHours(1));

	/** Rounds that are not measured, in which the code is compiled. */
	private static final int WARMUP = 5;

	private static final int PAIRED_WARMUP = 40;

	private static final int PAIRED_ROUNDS = 20;

	private ThunderingHerdBenchmark() {
	}

	static void run(boolean full) throws InterruptedException {
		int rounds = full ? 30 : 7;
		run("64 platform threads", 64, ThreadFactories.platform(), rounds);
		ThreadFactory virtual = ThreadFactories.virtual();
		if (virtual == null) {
			System.out.println("\nherd: SKIPPED virtual threads, which need JDK 21 or later");
			return;
		}
		run("1000 virtual threads", 1000, virtual, rounds);
		run("10,000 virtual threads", 10_000, virtual, rounds);
		compare(virtual);
	}

	/**
	 * Compare the slowest of 1000 callers with the slowest one that waits for a bare
	 * future. Both alternate, so that other load affects both.
	 */
	private static void compare(ThreadFactory threads) throws InterruptedException {
		Samples baseline = new Samples();
		Samples library = new Samples();
		Samples difference = new Samples();
		for (int round = -PAIRED_WARMUP; round < PAIRED_ROUNDS; round++) {
			double future = slowestMillis(Peer.FUTURE, threads);
			double manager = slowestMillis(Peer.SESSION_MANAGER, threads);
			if (round >= 0) {
				baseline.add(future);
				library.add(manager);
				difference.add(manager - future);
			}
		}
		MarkdownTable table = new MarkdownTable(
				"herd: 1000 virtual threads, alternating, slowest call - 50 ms, %d warm rounds"
					.formatted(PAIRED_ROUNDS),
				"", "one shared future", "this library", "difference (median of pairs)", "range", "target");
		table.row("ms", baseline.median(), library.median(), difference.median(), difference.range(), "2.00");
		table.print();
	}

	private static double slowestMillis(Peer peer, ThreadFactory threads) throws InterruptedException {
		Server server = new Server(TIMES.lifetime(), DELAY);
		try (TokenCache cache = peer.open(server, TIMES)) {
			return (Arrays.stream(callAtOnce(cache, 1000, threads)).max().orElseThrow() - DELAY.toNanos()) / 1e6;
		}
	}

	private static void run(String title, int count, ThreadFactory threads, int rounds) throws InterruptedException {
		MarkdownTable table = new MarkdownTable(
				"herd: %s, no token, server delay 50 ms, %d rounds".formatted(title, rounds), "", "logins (maximum)",
				"slowest call - 50 ms (median of rounds)", "range", "failed");
		for (Peer peer : List.of(Peer.FUTURE, Peer.SESSION_MANAGER, Peer.AWS, Peer.GOOGLE, Peer.CAFFEINE)) {
			Samples logins = new Samples();
			Samples slowest = new Samples();
			long failed = 0;
			for (int round = -WARMUP; round < rounds; round++) {
				Server server = new Server(TIMES.lifetime(), DELAY);
				try (TokenCache cache = peer.open(server, TIMES)) {
					long[] durations = callAtOnce(cache, count, threads);
					if (round >= 0) {
						logins.add(server.requests());
						slowest.add((Arrays.stream(durations).max().orElseThrow() - DELAY.toNanos()) / 1e6);
						failed += Arrays.stream(durations).filter((time) -> time < 0).count();
					}
				}
			}
			table.row(peer.title(), Math.round(logins.max()), slowest.median(), slowest.range(), failed);
		}
		table.print();
	}

	/** Return the duration of each call in nanoseconds; negative if it failed. */
	static long[] callAtOnce(TokenCache cache, int count, ThreadFactory threads) throws InterruptedException {
		long[] durations = new long[count];
		CountDownLatch ready = new CountDownLatch(count);
		CountDownLatch go = new CountDownLatch(1);
		CountDownLatch done = new CountDownLatch(count);
		for (int i = 0; i < count; i++) {
			int caller = i;
			threads.newThread(() -> {
				ready.countDown();
				durations[caller] = call(cache, go);
				done.countDown();
			}).start();
		}
		ready.await();
		go.countDown();
		done.await();
		return durations;
	}

	private static long call(TokenCache cache, CountDownLatch go) {
		try {
			go.await();
			long start = System.nanoTime();
			cache.get();
			return System.nanoTime() - start;
		}
		catch (RuntimeException | InterruptedException ex) {
			return -1;
		}
	}

}
