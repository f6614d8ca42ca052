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
 * Many callers at once when there is no token, on a server that takes 50 ms.
 */
final class Herd {

	private static final Duration DELAY = Duration.ofMillis(50);

	private static final Times TIMES = Times.of(Duration.ofHours(1));

	/** Rounds that do not count, in which the code is compiled. */
	private static final int WARMUP = 5;

	private Herd() {
	}

	static void run(boolean full) throws InterruptedException {
		int rounds = full ? 30 : 7;
		run("64 platform threads", 64, Threads.platform(), rounds);
		ThreadFactory virtual = Threads.virtual();
		if (virtual == null) {
			System.out.println("\nherd: virtual threads SKIPPED, this JDK has none");
			return;
		}
		run("1000 virtual threads", 1000, virtual, rounds);
		run("10,000 virtual threads", 10_000, virtual, rounds);
	}

	private static void run(String title, int count, ThreadFactory threads, int rounds) throws InterruptedException {
		Table table = new Table("herd: " + title + ", cold, server 50 ms, " + rounds + " rounds", "", "logins (most)",
				"slowest caller - 50 ms (median of rounds)", "range", "failed");
		for (Peer peer : List.of(Peer.FUTURE, Peer.OURS, Peer.AWS, Peer.GOOGLE, Peer.CAFFEINE)) {
			Figures logins = new Figures();
			Figures slowest = new Figures();
			long failed = 0;
			for (int round = -WARMUP; round < rounds; round++) {
				Server server = new Server(TIMES.lifetime(), DELAY);
				try (TokenCache cache = peer.open(server, TIMES)) {
					long[] took = storm(cache, count, threads);
					if (round >= 0) {
						logins.add(server.requests());
						slowest.add((Arrays.stream(took).max().orElseThrow() - DELAY.toNanos()) / 1e6);
						failed += Arrays.stream(took).filter((time) -> time < 0).count();
					}
				}
			}
			table.row(peer.title(), Math.round(logins.largest()), slowest.median(), slowest.range(), failed);
		}
		table.print();
	}

	/** How long each call took, by the caller's own clock; negative if it failed. */
	private static long[] storm(TokenCache cache, int count, ThreadFactory threads) throws InterruptedException {
		long[] took = new long[count];
		CountDownLatch ready = new CountDownLatch(count);
		CountDownLatch go = new CountDownLatch(1);
		CountDownLatch done = new CountDownLatch(count);
		for (int i = 0; i < count; i++) {
			int caller = i;
			threads.newThread(() -> {
				ready.countDown();
				took[caller] = call(cache, go);
				done.countDown();
			}).start();
		}
		ready.await();
		go.countDown();
		done.await();
		return took;
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
