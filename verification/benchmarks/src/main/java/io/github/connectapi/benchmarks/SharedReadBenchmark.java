package io.github.connectapi.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;

import io.github.connectapi.benchmarks.SharedReadJmhBenchmark.Store;

/**
 * Measures the read of a valid session without a store, and with one that responds, is
 * off, or hangs: in alternating forks of JMH, and in pairs in one process.
 */
final class SharedReadBenchmark {

	private static final int READS = 20_000;

	private SharedReadBenchmark() {
	}

	static void run(boolean full) throws InterruptedException {
		forks(full);
		MarkdownTable table = new MarkdownTable("shared-read: alternating in one process", "", "without a store, ns",
				"with a store, ns", "ratio (median of pairs)");
		SharedReadJmhBenchmark without = open(Store.NONE);
		for (Store store : List.of(Store.ON, Store.OFF, Store.HANGING)) {
			SharedReadJmhBenchmark with = open(store);
			PairedBenchmark.compare(store.title(), () -> readWithout(without), () -> readWith(with),
					full ? 10_000 : 3000, 1.0 / READS, table);
			with.close();
		}
		without.close();
		table.print();
	}

	private static void forks(boolean full) {
		int forks = full ? 9 : 5;
		List<Reads> reads = Arrays.stream(Store.values()).map(Reads::of).toList();
		for (int fork = 0; fork < forks; fork++) {
			for (Reads read : reads) {
				read.add(new JmhRunner(SharedReadJmhBenchmark.class, "read", 15, full ? 20 : 10)
					.param("store", read.store().name())
					.fork());
			}
		}
		MarkdownTable table = new MarkdownTable(
				"shared-read: %d alternating forks, fastest 100 ms of each".formatted(forks), "", "ns/op",
				"ratio to none (median of forks)", "range", "B/op (maximum)");
		Samples baseline = reads.get(0).times();
		for (Reads read : reads) {
			Samples ratios = read.times().dividedBy(baseline);
			table.row(read.store().title(), read.times().median(), ratios.median(), ratios.range(), read.bytes().max());
		}
		table.print();
	}

	private static SharedReadJmhBenchmark open(Store store) throws InterruptedException {
		SharedReadJmhBenchmark benchmark = new SharedReadJmhBenchmark();
		benchmark.store = store;
		benchmark.open();
		return benchmark;
	}

	/** The loop exists twice, so that each copy is compiled separately. */
	private static void readWithout(SharedReadJmhBenchmark benchmark) {
		@Nullable Object read = null;
		for (int i = 0; i < READS; i++) {
			read = benchmark.read();
		}
		Objects.requireNonNull(read);
	}

	private static void readWith(SharedReadJmhBenchmark benchmark) {
		@Nullable Object read = null;
		for (int i = 0; i < READS; i++) {
			read = benchmark.read();
		}
		Objects.requireNonNull(read);
	}

	private record Reads(Store store, Samples times, Samples bytes) {

		static Reads of(Store store) {
			return new Reads(store, new Samples(), new Samples());
		}

		void add(RunResult result) {
			this.times.add(JmhRunner.fastest(result));
			this.bytes.add(JmhRunner.bytesPerCall(result));
		}

	}

}
