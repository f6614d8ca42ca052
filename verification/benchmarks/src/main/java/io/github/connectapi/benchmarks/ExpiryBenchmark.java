package io.github.connectapi.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.connectapi.benchmarks.peer.Peer;
import io.github.connectapi.benchmarks.peer.Server;
import io.github.connectapi.benchmarks.peer.Times;
import io.github.connectapi.benchmarks.peer.TokenCache;

/**
 * Reads a cache from eight threads while many tokens expire. The server takes 100 ms.
 */
final class ExpiryBenchmark {

	private static final Times TIMES = Times.of(Duration.ofSeconds(3));

	private ExpiryBenchmark() {
	}

	static void run(boolean full) throws InterruptedException {
		Duration duration = Duration.ofSeconds(full ? 60 : 15);
		MarkdownTable table = new MarkdownTable(
				"crossing: %d s, token lifetime %d s, server delay 100 ms, 8 callers every ms"
					.formatted(duration.toSeconds(), TIMES.lifetime().toSeconds()),
				"", "calls", "expired tokens returned", "delayed over 10 ms", "failed", "renewals",
				"logins per renewal");
		List<Peer> peers = new ArrayList<>(Peer.renewing());
		peers.add(0, Peer.FIELD);
		for (Peer peer : peers) {
			measure(peer, duration, table);
		}
		table.print();
	}

	private static void measure(Peer peer, Duration duration, MarkdownTable table) throws InterruptedException {
		boolean baseline = peer == Peer.FIELD;
		Server server = new Server(baseline ? Duration.ofHours(1) : TIMES.lifetime(), Duration.ofMillis(100));
		try (TokenCache cache = peer.open(server, TIMES)) {
			cache.get();
			int before = server.requests();
			LoadGenerator load = LoadGenerator.start(cache, 8, Duration.ofMillis(1));
			Thread.sleep(duration.toMillis());
			load.stop();
			Object logins = baseline ? "-" : (double) (server.requests() - before) / server.renewals();
			table.row(peer.title(), load.calls, load.expired, load.delayed, load.failed, server.renewals(), logins);
		}
	}

}
