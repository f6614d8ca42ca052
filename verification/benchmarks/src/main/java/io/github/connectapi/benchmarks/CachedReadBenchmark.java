package io.github.connectapi.benchmarks;

import java.util.List;

import org.openjdk.jmh.results.RunResult;

import io.github.connectapi.benchmarks.peer.Peer;

/**
 * The read of a valid token, fork by fork in turns.
 */
final class Cached {

	private static final List<Peer> PEERS = List.of(Peer.FIELD, Peer.CLOCKED_FIELD, Peer.OURS, Peer.AWS,
			Peer.GOOGLE_BLOCKING, Peer.CAFFEINE);

	private Cached() {
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
				RunResult result = new Jmh(CachedBenchmark.class, "read", 15, full ? 20 : 10).threads(threads)
					.param("peer", read.peer().name())
					.fork();
				read.add(result);
			}
		}
		Table table = new Table(
				"cached: " + threads + " thread(s), " + forks + " forks in turns, the fastest 100 ms of each", "",
				"ns/op", "against volatile + nanoTime (median of forks)", "range", "B/op (most)");
		Figures floor = reads.get(PEERS.indexOf(Peer.CLOCKED_FIELD)).times();
		for (Reads read : reads) {
			Figures ratios = read.times().dividedBy(floor);
			table.row(read.peer().title(), read.times().median(), ratios.median(), ratios.range(),
					read.bytes().largest());
		}
		table.print();
	}

	private record Reads(Peer peer, Figures times, Figures bytes) {

		static Reads of(Peer peer) {
			return new Reads(peer, new Figures(), new Figures());
		}

		void add(RunResult result) {
			this.times.add(Jmh.fastest(result));
			this.bytes.add(Jmh.bytesPerCall(result));
		}

	}

}
