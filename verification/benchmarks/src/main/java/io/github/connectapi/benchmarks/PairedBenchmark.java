package io.github.connectapi.benchmarks;

import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.benchmarks.peer.Peer;
import io.github.connectapi.benchmarks.peer.Server;
import io.github.connectapi.benchmarks.peer.Times;
import io.github.connectapi.benchmarks.peer.TokenCache;

/**
 * Compares this library with baselines. Both alternate in one process, in turns of less
 * than a millisecond. Other load affects both in the same way, so the ratio is reliable
 * even on a busy machine, where forks are not.
 */
final class PairedBenchmark {

	private static final int READS = 20_000;

	private PairedBenchmark() {
	}

	static void run(boolean full) {
		Duration lifetime = Duration.ofHours(5);
		Server server = new Server(lifetime, Duration.ZERO);
		MarkdownTable table = new MarkdownTable("pairs: alternating in one process", "", "baseline", "this library",
				"ratio (median of pairs)");
		try (TokenCache baseline = Peer.EXPIRING_FIELD.open(server, Times.of(lifetime));
				TokenCache library = Peer.SESSION_MANAGER.open(server, Times.of(lifetime))) {
			library.get();
			compare("read, ns", () -> readBaseline(baseline), () -> readLibrary(library), full ? 10_000 : 3000,
					1.0 / READS, table);
		}
		ExchangeJmhBenchmark exchange = new ExchangeJmhBenchmark();
		compare("CreateSession, µs", exchange::handWritten, exchange::library, full ? 40_000 : 10_000, 1e-3, table);
		compare("SearchForImages of 25 images, µs", exchange::handWrittenSearch, exchange::librarySearch,
				full ? 40_000 : 10_000, 1e-3, table);
		exchange.close();
		table.print();
	}

	static void compare(String title, Runnable baseline, Runnable candidate, int pairs, double unit,
			MarkdownTable table) {
		Samples baselineTimes = new Samples();
		Samples candidateTimes = new Samples();
		for (int pair = -pairs / 2; pair < pairs; pair++) {
			long start = System.nanoTime();
			baseline.run();
			long middle = System.nanoTime();
			candidate.run();
			long end = System.nanoTime();
			if (pair >= 0) {
				baselineTimes.add((middle - start) * unit);
				candidateTimes.add((end - middle) * unit);
			}
		}
		table.row(title, baselineTimes.median(), candidateTimes.median(),
				candidateTimes.dividedBy(baselineTimes).median());
	}

	/** The loop exists twice, so that each copy is compiled separately. */
	private static void readBaseline(TokenCache cache) {
		@Nullable Object read = null;
		for (int i = 0; i < READS; i++) {
			read = cache.get();
		}
		Objects.requireNonNull(read);
	}

	private static void readLibrary(TokenCache cache) {
		@Nullable Object read = null;
		for (int i = 0; i < READS; i++) {
			read = cache.get();
		}
		Objects.requireNonNull(read);
	}

}
