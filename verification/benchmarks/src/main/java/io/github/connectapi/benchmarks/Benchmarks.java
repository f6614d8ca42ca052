package io.github.connectapi.benchmarks;

import java.util.logging.LogManager;

/**
 * Runs one benchmark: its name, and {@code full} for the long form.
 */
public final class Benchmarks {

	private Benchmarks() {
	}

	/**
	 * Runs one benchmark and prints its table.
	 * @param args its name, and {@code full} for the long form
	 * @throws InterruptedException never, unless it is killed
	 */
	public static void main(String[] args) throws InterruptedException {
		// Caffeine logs every failed refresh with its stack.
		LogManager.getLogManager().reset();
		boolean full = args.length > 1 && args[1].equals("full");
		switch (args[0]) {
			case "cached" -> Cached.run(full);
			case "pairs" -> Pairs.run(full);
			case "herd" -> Herd.run(full);
			case "crossing" -> Crossing.run(full);
			case "outage" -> Outages.run(full);
			case "rejected" -> Rejected.run(full);
			case "cycle" -> Cycle.run(full);
			case "observed" -> Observed.run(full);
			case "renewals" -> Renewals.run();
			case "start" -> Start.run(full);
			default -> throw new IllegalArgumentException("No such benchmark: " + args[0]);
		}
		// Some caches keep threads for good.
		System.exit(0);
	}

}
