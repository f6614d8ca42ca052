package io.github.connectapi.benchmarks;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.benchmarks.oauth2.AuthorizationServer;
import io.github.connectapi.benchmarks.oauth2.OAuth2Peer;
import io.github.connectapi.benchmarks.peer.Peer;
import io.github.connectapi.benchmarks.peer.Server;
import io.github.connectapi.benchmarks.peer.Times;
import io.github.connectapi.benchmarks.peer.TokenCache;

/**
 * Compares the session manager with the client of Spring Security, both with the grant
 * client_credentials, over loopback: callers without a token, an outage of the token
 * endpoint, a wrong secret, a revoked token, and the read of a valid token.
 */
final class OAuth2Benchmark {

	private static final Duration LONG = Duration.ofHours(5);

	private static final Duration DELAY = Duration.ofMillis(50);

	/** The client of Spring Security renews a minute before the expiry. */
	private static final Duration LIFETIME = Duration.ofSeconds(64);

	private static final Duration DUE = Duration.ofSeconds(4);

	private static final Duration OUTAGE = Duration.ofSeconds(3);

	private static final Duration STEP = Duration.ofMillis(50);

	private static final int READS = 20_000;

	private OAuth2Benchmark() {
	}

	static void run(boolean full) throws InterruptedException {
		cold(64, full ? 20 : 5);
		cold(1000, full ? 10 : 3);
		outage(full ? 20 : 10);
		// The seconds can be set, because the target is that of a minute.
		rejected(Duration.ofSeconds(Integer.getInteger("oauth2.rejected.seconds", full ? 60 : 10)));
		revoked(full ? 20 : 5);
		read(full);
	}

	private static void cold(int callers, int rounds) throws InterruptedException {
		MarkdownTable table = new MarkdownTable(
				"oauth2: %d callers without a token, server delay 50 ms, %d rounds".formatted(callers, rounds), "",
				"token requests (maximum)", "failed");
		for (OAuth2Peer peer : OAuth2Peer.values()) {
			Samples requests = new Samples();
			long failed = 0;
			for (int round = 0; round < rounds; round++) {
				try (AuthorizationServer server = new AuthorizationServer(LONG, DELAY);
						TokenCache cache = peer.open(server, LONG, LONG.minusMinutes(1))) {
					failed += failed(ThunderingHerdBenchmark.callAtOnce(cache, callers, ThreadFactories.platform()));
					requests.add(server.requests());
				}
			}
			table.row(peer.title(), Math.round(requests.max()), failed);
		}
		table.print();
	}

	private static void outage(int instances) throws InterruptedException {
		MarkdownTable table = new MarkdownTable(
				"oauth2: outage of the token endpoint, 3 s, token valid, %d instances with 4 callers every 2 ms"
					.formatted(instances),
				"", "calls", "failed calls", "delayed over 10 ms", "token requests in the outage (maximum)");
		for (OAuth2Peer peer : OAuth2Peer.values()) {
			List<Instance> running = IntStream.range(0, instances)
				.mapToObj((i) -> Instance.start(peer, STEP.multipliedBy(i + 1)))
				.toList();
			Thread.sleep(DUE.plus(OUTAGE).plusSeconds(3).toMillis());
			Samples requests = new Samples();
			long[] calls = new long[3];
			for (Instance instance : running) {
				instance.stop();
				requests.add(instance.server.requestsInOutage());
				calls[0] += instance.load.calls.sum();
				calls[1] += instance.load.failed.sum();
				calls[2] += instance.load.delayed.sum();
			}
			table.row(peer.title(), calls[0], calls[1], calls[2], Math.round(requests.max()));
		}
		table.print();
	}

	private static void rejected(Duration duration) throws InterruptedException {
		MarkdownTable table = new MarkdownTable("oauth2: wrong secret, 1000 callers with one call per second each, %d s"
			.formatted(duration.toSeconds()), "", "calls", "failed", "token requests");
		for (OAuth2Peer peer : OAuth2Peer.values()) {
			try (AuthorizationServer server = new AuthorizationServer(LONG, DELAY);
					TokenCache cache = peer.open(server, LONG, LONG.minusMinutes(1))) {
				server.reject();
				LoadGenerator load = LoadGenerator.start(cache, 1000, Duration.ofSeconds(1));
				Thread.sleep(duration.toMillis());
				load.stop();
				table.row(peer.title(), load.calls, load.failed, server.requests());
			}
		}
		table.print();
	}

	/** All callers send a request at the same time, with a token that was revoked. */
	private static void revoked(int rounds) throws InterruptedException {
		MarkdownTable table = new MarkdownTable(
				"oauth2: a revoked token, 64 callers, server delay 50 ms, %d rounds".formatted(rounds), "",
				"token requests (maximum)", "failed calls", "failed calls of a second try");
		for (OAuth2Peer peer : OAuth2Peer.values()) {
			Samples requests = new Samples();
			long failed = 0;
			long failedAgain = 0;
			for (int round = 0; round < rounds; round++) {
				try (AuthorizationServer server = new AuthorizationServer(LONG, DELAY);
						TokenCache client = peer.openClient(server, LONG)) {
					client.get();
					server.revokeAll();
					int before = server.requests();
					failed += failed(ThunderingHerdBenchmark.callAtOnce(client, 64, ThreadFactories.platform()));
					failedAgain += failed(ThunderingHerdBenchmark.callAtOnce(client, 64, ThreadFactories.platform()));
					requests.add(server.requests() - before);
				}
			}
			table.row(peer.title(), Math.round(requests.max()), failed, failedAgain);
		}
		table.print();
	}

	private static void read(boolean full) {
		MarkdownTable table = new MarkdownTable("oauth2: read of a valid token, alternating in one process", "",
				"a manager of Connect, ns", "this, ns", "ratio (median of pairs)");
		for (OAuth2Peer peer : OAuth2Peer.values()) {
			try (AuthorizationServer server = new AuthorizationServer(LONG, Duration.ZERO);
					TokenCache connect = Peer.SESSION_MANAGER.open(new Server(LONG, Duration.ZERO), Times.of(LONG));
					TokenCache cache = peer.open(server, LONG, LONG.minusMinutes(1))) {
				connect.get();
				cache.get();
				PairedBenchmark.compare(peer.title(), () -> readConnect(connect), () -> readOAuth2(cache),
						full ? 10_000 : 3000, 1.0 / READS, table);
			}
		}
		table.print();
	}

	/** The loop exists twice, so that each copy is compiled separately. */
	private static void readConnect(TokenCache cache) {
		@Nullable Object read = null;
		for (int i = 0; i < READS; i++) {
			read = cache.get();
		}
		Objects.requireNonNull(read);
	}

	private static void readOAuth2(TokenCache cache) {
		@Nullable Object read = null;
		for (int i = 0; i < READS; i++) {
			read = cache.get();
		}
		Objects.requireNonNull(read);
	}

	private static long failed(long[] durations) {
		return Arrays.stream(durations).filter((time) -> time < 0).count();
	}

	private record Instance(AuthorizationServer server, TokenCache cache, LoadGenerator load) {

		static Instance start(OAuth2Peer peer, Duration early) {
			AuthorizationServer server = new AuthorizationServer(LIFETIME, Duration.ofMillis(1));
			TokenCache cache = peer.open(server, LIFETIME, DUE);
			cache.get();
			server.scheduleOutage(System.nanoTime() + DUE.minus(early).toNanos(), OUTAGE);
			return new Instance(server, cache, LoadGenerator.start(cache, 4, Duration.ofMillis(2)));
		}

		void stop() throws InterruptedException {
			this.load.stop();
			this.cache.close();
			this.server.close();
		}

	}

}
