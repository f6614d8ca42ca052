package io.github.connectapi.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.connectapi.benchmarks.peer.Peer;
import io.github.connectapi.benchmarks.peer.Server;
import io.github.connectapi.benchmarks.peer.Times;
import io.github.connectapi.benchmarks.peer.TokenCache;

/**
 * A wrong password, and about 1000 calls by 20 callers; all caches at the same time, for
 * they hardly do anything.
 */
final class Rejected {

	private static final int CALLERS = 20;

	private static final int MANY = 1000;

	private Rejected() {
	}

	static void run(boolean full) throws InterruptedException {
		Duration duration = Duration.ofSeconds(full ? 60 : 10);
		List<Run> runs = new ArrayList<>();
		for (Peer peer : Peer.renewing()) {
			runs.add(Run.start(peer, CALLERS, duration.dividedBy(50)));
		}
		report("rejected: wrong password, 20 callers, server 50 ms, all caches at a time", duration, runs);
		// Alone: those who send a request for each call would take minutes to end.
		report("rejected: wrong password, 1000 callers with a call per second each", duration,
				List.of(Run.start(Peer.OURS, MANY, Duration.ofSeconds(1))));
	}

	private static void report(String title, Duration duration, List<Run> runs) throws InterruptedException {
		Table table = new Table(title + ", " + duration.toSeconds() + " s of real time", "", "calls", "failed",
				"requests");
		Thread.sleep(duration.toMillis());
		for (Run run : runs) {
			run.callers.stop();
			run.cache.close();
			table.row(run.peer.title(), run.callers.calls, run.callers.failed, run.server.requests());
		}
		table.print();
	}

	private record Run(Peer peer, Server server, TokenCache cache, Callers callers) {

		static Run start(Peer peer, int callers, Duration pause) {
			Server server = new Server(Duration.ofHours(1), Duration.ofMillis(50));
			server.reject();
			TokenCache cache = peer.open(server, Times.of(Duration.ofHours(1)));
			return new Run(peer, server, cache, Callers.start(cache, callers, pause));
		}

	}

}
