package io.github.connectapi.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.connectapi.benchmarks.peer.Peer;
import io.github.connectapi.benchmarks.peer.Server;
import io.github.connectapi.benchmarks.peer.Times;
import io.github.connectapi.benchmarks.peer.TokenCache;

/**
 * Eight callers over many lifetimes of a token, on a server that takes 100 ms.
 */
final class Crossing {

	private static final Times TIMES = Times.of(Duration.ofSeconds(3));

	private Crossing() {
	}

	static void run(boolean full) throws InterruptedException {
		Duration duration = Duration.ofSeconds(full ? 60 : 15);
		Table table = new Table(
				"crossing: " + duration.toSeconds() + " s of tokens that live " + TIMES.lifetime().toSeconds()
						+ " s, server 100 ms, 8 callers every ms",
				"", "calls", "expired served", "delayed over 10 ms", "failed", "renewals", "logins per renewal");
		List<Peer> peers = new ArrayList<>(Peer.renewing());
		peers.add(0, Peer.FIELD);
		for (Peer peer : peers) {
			measure(peer, duration, table);
		}
		table.print();
	}

	private static void measure(Peer peer, Duration duration, Table table) throws InterruptedException {
		boolean floor = peer == Peer.FIELD;
		Server server = new Server(floor ? Duration.ofHours(1) : TIMES.lifetime(), Duration.ofMillis(100));
		try (TokenCache cache = peer.open(server, TIMES)) {
			cache.get();
			int before = server.requests();
			Callers callers = Callers.start(cache, 8, Duration.ofMillis(1));
			Thread.sleep(duration.toMillis());
			callers.stop();
			Object logins = floor ? "-" : (double) (server.requests() - before) / server.renewals();
			table.row(peer.title(), callers.calls, callers.expired, callers.delayed, callers.failed, server.renewals(),
					logins);
		}
	}

}
