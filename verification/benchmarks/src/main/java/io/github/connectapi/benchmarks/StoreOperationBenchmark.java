package io.github.connectapi.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import io.github.connectapi.benchmarks.fleet.FleetPeer;
import io.github.connectapi.benchmarks.fleet.RedisProcess;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.redis.RedisSessionStore;
import io.github.connectapi.store.SessionStore;
import io.github.connectapi.store.StoreResult;

/**
 * Counts the operations of instances at rest, and measures how long Redis takes for each
 * operation, by its own statistics.
 */
final class StoreOperationBenchmark {

	private static final int INSTANCES = 20;

	private static final int OPERATIONS = 2000;

	private static final Duration CLAIM_DURATION = Duration.ofSeconds(5);

	private StoreOperationBenchmark() {
	}

	static void run(boolean full) throws InterruptedException {
		try (RedisProcess redis = new RedisProcess()) {
			LettuceConnectionFactory connections = RedisProcess.connect(redis.port());
			rest(redis, connections, full ? 5 : 1);
			MarkdownTable table = new MarkdownTable(
					"store: %d of each operation, by commandstats of Redis".formatted(OPERATIONS), "", "read, ms",
					"claim, ms", "replace, ms", "release, ms", "target");
			for (int length : new int[] { 256, 1024, SessionStore.MAX_LENGTH }) {
				operations(table, redis, new RedisSessionStore(connections), length);
			}
			table.print();
			connections.destroy();
		}
	}

	private static void rest(RedisProcess redis, LettuceConnectionFactory connections, int minutes)
			throws InterruptedException {
		MarkdownTable table = new MarkdownTable("store: %d instances at rest, %d min".formatted(INSTANCES, minutes), "",
				"operations per instance and minute", "target", "Redis time each, ms", "target");
		try (LoopbackServer server = new LoopbackServer();
				ConnectClient client = ConnectClient.builder(BaseUrl.of(server.baseUrl())).build()) {
			List<FleetPeer.Instance> instances = Stream
				.generate(() -> FleetPeer.SHARED.open(client, connections, "user"))
				.limit(INSTANCES)
				.toList();
			instances.forEach(FleetPeer.Instance::token);
			redis.resetStatistics();
			TimeUnit.MINUTES.sleep(minutes);
			RedisProcess.Scripts scripts = redis.scripts();
			table.row("this library", (double) scripts.calls() / INSTANCES / minutes, "≤ 7", scripts.millisEach(),
					"≤ 0.1");
		}
		table.print();
	}

	private static void operations(MarkdownTable table, RedisProcess redis, SessionStore store, int length) {
		String id = "v1-" + length;
		byte[] content = new byte[length];
		store.replace(id, null, content, CLAIM_DURATION.multipliedBy(100), "me");
		table.row("record of %d bytes".formatted(length), measure(redis, () -> store.read(id)),
				measure(redis, () -> store.claim(id, content, "me", CLAIM_DURATION)),
				measure(redis, () -> store.replace(id, content, content, CLAIM_DURATION.multipliedBy(100), "me")),
				measure(redis, () -> store.release(id, "me")), "≤ 0.1");
	}

	private static double measure(RedisProcess redis, Supplier<StoreResult> operation) {
		redis.resetStatistics();
		for (int i = 0; i < OPERATIONS; i++) {
			if (!operation.get().isResponse()) {
				throw new IllegalStateException("Redis did not respond");
			}
		}
		return redis.scripts().millisEach();
	}

}
