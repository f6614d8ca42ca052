package io.github.connectapi.benchmarks;

import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.benchmarks.peer.Peer;
import io.github.connectapi.benchmarks.peer.Server;
import io.github.connectapi.benchmarks.peer.Times;
import io.github.connectapi.benchmarks.peer.TokenCache;

/**
 * Floor and ours in one process in turns of a fraction of a millisecond: what else the
 * machine does hits both alike, so the ratio holds on a busy machine where forks do not.
 */
final class Pairs {

	private static final int READS = 20_000;

	private Pairs() {
	}

	static void run(boolean full) {
		Duration lifetime = Duration.ofHours(5);
		Server server = new Server(lifetime, Duration.ZERO);
		Table table = new Table("pairs: floor and ours in turns, in one process", "", "floor", "ours",
				"ratio (median of pairs)");
		try (TokenCache floor = Peer.CLOCKED_FIELD.open(server, Times.of(lifetime));
				TokenCache ours = Peer.OURS.open(server, Times.of(lifetime))) {
			ours.get();
			compare("read, ns", () -> readFloor(floor), () -> readOurs(ours), full ? 10_000 : 3000, 1.0 / READS, table);
		}
		CycleBenchmark cycle = new CycleBenchmark();
		compare("CreateSession, µs", cycle::handWritten, cycle::ours, full ? 40_000 : 10_000, 1e-3, table);
		compare("SearchForImages of 25 images, µs", cycle::handWrittenSearch, cycle::ourSearch, full ? 40_000 : 10_000,
				1e-3, table);
		cycle.close();
		table.print();
	}

	static void compare(String title, Runnable floor, Runnable ours, int pairs, double unit, Table table) {
		Figures floors = new Figures();
		Figures times = new Figures();
		for (int pair = -pairs / 2; pair < pairs; pair++) {
			long start = System.nanoTime();
			floor.run();
			long middle = System.nanoTime();
			ours.run();
			long end = System.nanoTime();
			if (pair >= 0) {
				floors.add((middle - start) * unit);
				times.add((end - middle) * unit);
			}
		}
		table.row(title, floors.median(), times.median(), times.dividedBy(floors).median());
	}

	/** The loop twice, so that each has its own compiled form. */
	private static void readFloor(TokenCache cache) {
		@Nullable Object read = null;
		for (int i = 0; i < READS; i++) {
			read = cache.get();
		}
		Objects.requireNonNull(read);
	}

	private static void readOurs(TokenCache cache) {
		@Nullable Object read = null;
		for (int i = 0; i < READS; i++) {
			read = cache.get();
		}
		Objects.requireNonNull(read);
	}

}
