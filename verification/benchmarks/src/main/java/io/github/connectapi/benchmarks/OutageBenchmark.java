package io.github.connectapi.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import io.github.connectapi.benchmarks.peer.Peer;
import io.github.connectapi.benchmarks.peer.Server;
import io.github.connectapi.benchmarks.peer.Times;
import io.github.connectapi.benchmarks.peer.TokenCache;

/**
 * Takes the server down for 3 s around the time when the renewal is due. The token
 * remains valid much longer. Several instances run at the same time, each with its own
 * server. Their outages start 50 ms, 100 ms, … before the renewal is due.
 */
final class OutageBenchmark {

	/** The renewal is due 3 s after the login. A token is usable for 54 s. */
	private static final Times TIMES = new Times(Duration.ofMinutes(1), 0.05, 0, 0.9);

	private static final Duration OUTAGE = Duration.ofSeconds(3);

	private static final Duration STEP = Duration.ofMillis(50);

	private OutageBenchmark() {
	}

	static void run(boolean full) throws InterruptedException {
		int instances = full ? 20 : 10;
		for (int failAfter : new int[] { 1, 100 }) {
			MarkdownTable table = new MarkdownTable(
					"outage: 3 s, requests fail after %d ms, %d instances with 4 callers every 2 ms"
						.formatted(failAfter, instances),
					"", "failed calls", "delayed over 10 ms", "requests in the outage (maximum)", "requests (median)",
					"recovery, ms (median)", "recovery, ms (maximum)");
			for (Peer peer : Peer.renewing()) {
				measure(peer, instances, Duration.ofMillis(failAfter), table);
			}
			table.print();
		}
	}

	private static void measure(Peer peer, int instances, Duration failAfter, MarkdownTable table)
			throws InterruptedException {
		List<Instance> running = IntStream.range(0, instances)
			.mapToObj((i) -> Instance.start(peer, STEP.multipliedBy(i + 1), failAfter))
			.toList();
		Thread.sleep(TIMES.due().plus(OUTAGE).plusSeconds(3).toMillis());
		Samples requests = new Samples();
		Samples recovery = new Samples();
		long failed = 0;
		long delayed = 0;
		for (Instance instance : running) {
			instance.load.stop();
			instance.cache.close();
			failed += instance.load.failed.sum();
			delayed += instance.load.delayed.sum();
			requests.add(instance.server.requestsInOutage());
			recovery.add(instance.server.recoveredNanos() / 1e6);
		}
		table.row(peer.title(), failed, delayed, Math.round(requests.max()), requests.median(), recovery.median(),
				recovery.max());
	}

	private record Instance(Server server, TokenCache cache, LoadGenerator load) {

		static Instance start(Peer peer, Duration early, Duration failAfter) {
			Server server = new Server(TIMES.lifetime(), Duration.ofMillis(1));
			TokenCache cache = peer.open(server, TIMES);
			cache.get();
			long start = System.nanoTime() + TIMES.due().minus(early).toNanos();
			server.scheduleOutage(new Server.Outage(start, start + OUTAGE.toNanos(), failAfter));
			return new Instance(server, cache, LoadGenerator.start(cache, 4, Duration.ofMillis(2)));
		}

	}

}
