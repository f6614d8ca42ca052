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

	private static final int CALLS = 1000;

	private static final int CALLERS = 20;

	private Rejected() {
	}

	static void run(boolean full) throws InterruptedException {
		Duration duration = Duration.ofSeconds(full ? 60 : 10);
		Table table = new Table("rejected: wrong password, " + CALLERS + " callers for " + duration.toSeconds()
				+ " s of real time, server 50 ms", "", "calls", "failed", "requests");
		List<Run> runs = new ArrayList<>();
		for (Peer peer : Peer.renewing()) {
			runs.add(Run.start(peer, duration.multipliedBy(CALLERS).dividedBy(CALLS)));
		}
		Thread.sleep(duration.toMillis());
		for (Run run : runs) {
			run.callers.stop();
			run.cache.close();
			table.row(run.peer.title(), run.callers.calls, run.callers.failed, run.server.requests());
		}
		table.print();
	}

	private record Run(Peer peer, Server server, TokenCache cache, Callers callers) {

		static Run start(Peer peer, Duration pause) {
			Server server = new Server(Duration.ofHours(1), Duration.ofMillis(50));
			server.reject();
			TokenCache cache = peer.open(server, Times.of(Duration.ofHours(1)));
			return new Run(peer, server, cache, Callers.start(cache, CALLERS, pause));
		}

	}

}
