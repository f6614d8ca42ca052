package io.github.connectapi.benchmarks;

/**
 * Compares this library with a peer in ten alternating rounds.
 */
final class Rounds {

	static final int COUNT = 10;

	private Rounds() {
	}

	static MarkdownTable table(String title) {
		return new MarkdownTable(title, "", "peer", "this library", "ratio (median of %d rounds)".formatted(COUNT),
				"range", "target");
	}

	/**
	 * Compare two actions that alternate. A round has many pairs, of which every second
	 * starts with the library. The ratio of a round is the median of its pairs.
	 */
	static void pairs(MarkdownTable table, String title, Runnable peer, Runnable library, int pairs, String target) {
		pairs(table, title, peer, library, () -> {
		}, pairs, target);
	}

	/** As above, with something that is done before each action and is not measured. */
	static void pairs(MarkdownTable table, String title, Runnable peer, Runnable library, Runnable before, int pairs,
			String target) {
		Samples peerMicros = new Samples();
		Samples libraryMicros = new Samples();
		Samples ratios = new Samples();
		for (int round = 0; round < COUNT; round++) {
			Samples peerTimes = new Samples();
			Samples libraryTimes = new Samples();
			for (int pair = 0; pair < pairs; pair++) {
				boolean libraryFirst = pair % 2 == 1;
				before.run();
				double first = micros(libraryFirst ? library : peer);
				before.run();
				double second = micros(libraryFirst ? peer : library);
				peerTimes.add(libraryFirst ? second : first);
				libraryTimes.add(libraryFirst ? first : second);
			}
			peerMicros.add(peerTimes.median());
			libraryMicros.add(libraryTimes.median());
			ratios.add(libraryTimes.dividedBy(peerTimes).median());
		}
		row(table, title, peerMicros, libraryMicros, ratios, target);
	}

	/** Add the row of a comparison whose rounds were measured elsewhere. */
	static void row(MarkdownTable table, String title, Samples peer, Samples library, String target) {
		row(table, title, peer, library, library.dividedBy(peer), target);
	}

	private static void row(MarkdownTable table, String title, Samples peer, Samples library, Samples ratios,
			String target) {
		table.row(title, peer.median(), library.median(), ratios.median(), ratios.range(), target);
	}

	private static double micros(Runnable action) {
		long start = System.nanoTime();
		action.run();
		return (System.nanoTime() - start) * 1e-3;
	}

}
