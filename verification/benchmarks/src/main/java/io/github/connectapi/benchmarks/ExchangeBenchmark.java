package io.github.connectapi.benchmarks;

import org.openjdk.jmh.results.RunResult;

/**
 * Measures the exchange of a CreateSession with JMH. The forks of the candidates
 * alternate.
 */
final class ExchangeBenchmark {

	private ExchangeBenchmark() {
	}

	static void run(boolean full) {
		int forks = full ? 9 : 5;
		Samples baseline = new Samples();
		Samples library = new Samples();
		Samples baselineBytes = new Samples();
		Samples libraryBytes = new Samples();
		for (int fork = 0; fork < forks; fork++) {
			measure("handWritten", full, baseline, baselineBytes);
			measure("library", full, library, libraryBytes);
		}
		MarkdownTable table = new MarkdownTable(
				"cycle: one CreateSession over loopback, %d alternating forks".formatted(forks), "",
				"µs (median of calls)", "ratio to the hand-written client (median of forks)", "range", "B/op (median)");
		table.row("baseline: java.net.http + Jackson", baseline.median(), 1.0, "-", baselineBytes.median());
		Samples ratios = library.dividedBy(baseline);
		table.row("ConnectClient", library.median(), ratios.median(), ratios.range(), libraryBytes.median());
		table.print();
	}

	private static void measure(String name, boolean full, Samples times, Samples bytes) {
		RunResult result = new JmhRunner(ExchangeJmhBenchmark.class, name, full ? 60 : 40, full ? 60 : 30).fork();
		times.add(JmhRunner.median(result));
		bytes.add(JmhRunner.bytesPerCall(result));
	}

}
