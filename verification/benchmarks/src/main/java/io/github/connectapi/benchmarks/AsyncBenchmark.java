package io.github.connectapi.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.connectapi.benchmarks.peer.Server;
import io.github.connectapi.benchmarks.peer.Times;
import io.github.connectapi.session.ManagerCache;

/**
 * The platform threads for 3,000 stages that wait for one login, and whose dependent
 * stages take 2 ms each. The baseline is the common pool.
 */
final class AsyncBenchmark {

	private static final int WAITERS = 3000;

	private static final Duration DELAY = Duration.ofMillis(50);

	private AsyncBenchmark() {
	}

	static void run() throws InterruptedException {
		Times times = Times.of(Duration.ofHours(1));
		Server server = new Server(times.lifetime(), DELAY);
		MarkdownTable table = new MarkdownTable("async: %d waiting stages, %d processors".formatted(WAITERS,
				Runtime.getRuntime().availableProcessors()), "", "platform threads (maximum)", "target");
		CompletableFuture<Object> login = new CompletableFuture<>();
		new Thread(() -> login.complete(server.issueSession()), "future").start();
		table.row("one shared future, common pool",
				maxThreads(() -> login, (stage) -> stage.thenAcceptAsync(AsyncBenchmark::work)), "");
		try (ManagerCache manager = new ManagerCache(server, times)) {
			table.row("ConnectSessionManager",
					maxThreads(manager::getAsync, (stage) -> stage.thenAccept(AsyncBenchmark::work)), "8");
		}
		table.print();
	}

	private static int maxThreads(Supplier<CompletionStage<?>> waiter,
			Function<CompletionStage<?>, CompletionStage<Void>> dependent) throws InterruptedException {
		Set<Thread> before = ThreadUsage.platformThreads();
		List<CompletableFuture<Void>> stages = new ArrayList<>();
		for (int i = 0; i < WAITERS; i++) {
			stages.add(dependent.apply(waiter.get()).toCompletableFuture());
		}
		CompletableFuture<Void> all = CompletableFuture.allOf(stages.toArray(CompletableFuture[]::new));
		int max = 0;
		while (!all.isDone()) {
			Set<Thread> started = ThreadUsage.platformThreads();
			started.removeAll(before);
			max = Math.max(max, started.size());
			TimeUnit.MICROSECONDS.sleep(500);
		}
		return max;
	}

	private static void work(Object session) {
		try {
			TimeUnit.MILLISECONDS.sleep(2);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
