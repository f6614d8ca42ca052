package io.github.connectapi.benchmarks;

import org.openjdk.jmh.results.RunResult;

/**
 * The exchange of a CreateSession, fork by fork in turns.
 */
final class Cycle {

	private Cycle() {
	}

	static void run(boolean full) {
		int forks = full ? 9 : 5;
		Figures floor = new Figures();
		Figures ours = new Figures();
		Figures floorBytes = new Figures();
		Figures ourBytes = new Figures();
		for (int fork = 0; fork < forks; fork++) {
			measure("handWritten", full, floor, floorBytes);
			measure("ours", full, ours, ourBytes);
		}
		Table table = new Table("cycle: one CreateSession over loopback, " + forks + " forks in turns", "",
				"µs (median call)", "against hand-written (median of forks)", "range", "B/op (median)");
		table.row("floor: java.net.http + Jackson by hand", floor.median(), 1.0, "-", floorBytes.median());
		Figures ratios = ours.dividedBy(floor);
		table.row("ours", ours.median(), ratios.median(), ratios.range(), ourBytes.median());
		table.print();
	}

	private static void measure(String name, boolean full, Figures times, Figures bytes) {
		RunResult result = new Jmh(CycleBenchmark.class, name, full ? 60 : 40, full ? 60 : 30).fork();
		times.add(Jmh.median(result));
		bytes.add(Jmh.bytesPerCall(result));
	}

}
