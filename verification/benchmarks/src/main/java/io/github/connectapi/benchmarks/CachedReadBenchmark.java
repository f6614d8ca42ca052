package io.github.connectapi.benchmarks;

import java.util.List;

import org.openjdk.jmh.results.RunResult;

import io.github.connectapi.benchmarks.peer.Peer;

/**
 * Measures the read of a valid token with JMH. The forks of the candidates alternate.
 */
final class CachedReadBenchmark {

	private static final List<Peer> PEERS = List.of(Peer.FIELD, Peer.EXPIRING_FIELD, Peer.SESSION_MANAGER, Peer.AWS,
			Peer.GOOGLE_BLOCKING, Peer.CAFFEINE);

	private CachedReadBenchmark() {
	}

	static void run(boolean full) {
		for (int threads : new int[] { 1, 2, 8 }) {
			run(threads, full);
		}
	}

	private static void run(int threads, boolean full) {
		int forks = full ? 9 : 5;
		List<Reads> reads = PEERS.stream().map(Reads::of).toList();
		for (int fork = 0; fork < forks; fork++) {
			for (Reads read : reads) {
				RunResult result = new JmhRunner(CachedReadJmhBenchmark.class, "read", 15, full ? 20 : 10)
					.threads(threads)
					.param("peer", read.peer().name())
					.fork();
				read.add(result);
			}
		}
		MarkdownTable table = new MarkdownTable(
				"cached: %d thread(s), %d alternating forks, fastest 100 ms of each".formatted(threads, forks), "",
				"ns/op", "ratio to volatile read + nanoTime (median of forks)", "range", "B/op (maximum)");
		Samples baseline = reads.get(PEERS.indexOf(Peer.EXPIRING_FIELD)).times();
		for (Reads read : reads) {
			Samples ratios = read.times().dividedBy(baseline);
			table.row(read.peer().title(), read.times().median(), ratios.median(), ratios.range(), read.bytes().max());
		}
		table.print();
	}

	private record Reads(Peer peer, Samples times, Samples bytes) {

		static Reads of(Peer peer) {
			return new Reads(peer, new Samples(), new Samples());
		}

		void add(RunResult result) {
			this.times.add(JmhRunner.fastest(result));
			this.bytes.add(JmhRunner.bytesPerCall(result));
		}

	}

}
