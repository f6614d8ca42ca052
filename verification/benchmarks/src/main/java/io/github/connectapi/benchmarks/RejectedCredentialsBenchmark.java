package io.github.connectapi.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.connectapi.benchmarks.peer.Peer;
import io.github.connectapi.benchmarks.peer.Server;
import io.github.connectapi.benchmarks.peer.Times;
import io.github.connectapi.benchmarks.peer.TokenCache;

/**
 * Calls with a wrong password from 20 threads, about 1000 times. All caches run at the
 * same time, because they cause little load.
 */
final class RejectedCredentialsBenchmark {

	private static final int FEW_CALLERS = 20;

	private static final int MANY_CALLERS = 1000;

	private RejectedCredentialsBenchmark() {
	}

	static void run(boolean full) throws InterruptedException {
		Duration duration = Duration.ofSeconds(full ? 60 : 10);
		List<Run> runs = new ArrayList<>();
		for (Peer peer : Peer.renewing()) {
			runs.add(Run.start(peer, FEW_CALLERS, duration.dividedBy(50)));
		}
		report("rejected: wrong password, 20 callers, server delay 50 ms, all caches at the same time", duration, runs);
		// Without the other caches: those that send a request for each call would take
		// minutes.
		report("rejected: wrong password, 1000 callers with one call per second each", duration,
				List.of(Run.start(Peer.SESSION_MANAGER, MANY_CALLERS, Duration.ofSeconds(1))));
	}

	private static void report(String title, Duration duration, List<Run> runs) throws InterruptedException {
		MarkdownTable table = new MarkdownTable("%s, %d s".formatted(title, duration.toSeconds()), "", "calls",
				"failed", "requests");
		Thread.sleep(duration.toMillis());
		for (Run run : runs) {
			run.load.stop();
			run.cache.close();
			table.row(run.peer.title(), run.load.calls, run.load.failed, run.server.requests());
		}
		table.print();
	}

	private record Run(Peer peer, Server server, TokenCache cache, LoadGenerator load) {

		static Run start(Peer peer, int callers, Duration pause) {
			Server server = new Server(Duration.ofHours(1), Duration.ofMillis(50));
			server.reject();
			TokenCache cache = peer.open(server, Times.of(Duration.ofHours(1)));
			return new Run(peer, server, cache, LoadGenerator.start(cache, callers, pause));
		}

	}

}
