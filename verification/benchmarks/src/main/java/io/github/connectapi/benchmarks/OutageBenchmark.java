package io.github.connectapi.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import io.github.connectapi.benchmarks.peer.Peer;
import io.github.connectapi.benchmarks.peer.Server;
import io.github.connectapi.benchmarks.peer.Times;
import io.github.connectapi.benchmarks.peer.TokenCache;

/**
 * The server is down for 3 s when renewal falls due, and the token is valid much longer.
 * Several instances at a time, each with a server of its own; their outages begin 50 ms,
 * 100 ms, … before the renewal.
 */
final class Outages {

	/** Due 3 s after the login, as long as a token is handed out 54 s. */
	private static final Times TIMES = new Times(Duration.ofMinutes(1), 0.05, 0, 0.9);

	private static final Duration DOWN = Duration.ofSeconds(3);

	private static final Duration STEP = Duration.ofMillis(50);

	private Outages() {
	}

	static void run(boolean full) throws InterruptedException {
		int instances = full ? 20 : 10;
		for (int failAfter : new int[] { 1, 100 }) {
			Table table = new Table(
					"outage: 3 s down across the renewal, failing after " + failAfter + " ms, " + instances
							+ " instances with 4 callers every 2 ms",
					"", "failed calls", "delayed over 10 ms", "requests in the outage (most)", "requests (median)",
					"recovered after ms (median)", "recovered after ms (latest)");
			for (Peer peer : Peer.renewing()) {
				measure(peer, instances, Duration.ofMillis(failAfter), table);
			}
			table.print();
		}
	}

	private static void measure(Peer peer, int instances, Duration failAfter, Table table) throws InterruptedException {
		List<Instance> all = IntStream.range(0, instances)
			.mapToObj((i) -> Instance.start(peer, STEP.multipliedBy(i + 1), failAfter))
			.toList();
		Thread.sleep(TIMES.due().plus(DOWN).plusSeconds(3).toMillis());
		Figures requests = new Figures();
		Figures recovery = new Figures();
		long failed = 0;
		long delayed = 0;
		for (Instance instance : all) {
			instance.callers.stop();
			instance.cache.close();
			failed += instance.callers.failed.sum();
			delayed += instance.callers.delayed.sum();
			requests.add(instance.server.requestsInOutage());
			recovery.add(instance.server.recoveredNanos() / 1e6);
		}
		table.row(peer.title(), failed, delayed, Math.round(requests.largest()), requests.median(), recovery.median(),
				recovery.largest());
	}

	private record Instance(Server server, TokenCache cache, Callers callers) {

		static Instance start(Peer peer, Duration early, Duration failAfter) {
			Server server = new Server(TIMES.lifetime(), Duration.ofMillis(1));
			TokenCache cache = peer.open(server, TIMES);
			cache.get();
			long start = System.nanoTime() + TIMES.due().minus(early).toNanos();
			server.fail(new Server.Outage(start, start + DOWN.toNanos(), failAfter));
			return new Instance(server, cache, Callers.start(cache, 4, Duration.ofMillis(2)));
		}

	}

}
