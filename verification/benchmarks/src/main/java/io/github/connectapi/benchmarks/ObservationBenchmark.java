package io.github.connectapi.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import com.sun.management.ThreadMXBean;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.metrics.ConnectFailureMetrics;
import io.github.connectapi.metrics.ConnectSessionMetrics;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.session.ConnectSessionManagerBuilder;

/**
 * Measures the overhead of observability: meters for all observations, gauges and a
 * listener. Runs with and without it alternate in one process.
 */
final class ObservationBenchmark implements AutoCloseable {

	private static final int READS = 20_000;

	private static final ConnectCredentials CREDENTIALS = ConnectCredentials.of("1", "system", "user", "password");

	private static final List<Tag> TAGS = List.of(Tag.of("manager", "one"));

	private final LoopbackServer server = new LoopbackServer();

	private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(2);

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final ObservationRegistry registry = ObservationRegistry.create();

	private final ConnectClient plainClient;

	private final ConnectClient observedClient;

	private ObservationBenchmark() {
		this.registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(this.meters));
		BaseUrl url = BaseUrl.of(this.server.baseUrl());
		this.plainClient = ConnectClient.builder(url).build();
		this.observedClient = ConnectClient.builder(url).observationRegistry(this.registry).build();
	}

	static void run(boolean full) {
		MarkdownTable table = new MarkdownTable(
				"observed: alternating without and with observations, meters and a listener", "", "without", "with",
				"ratio (median of pairs)");
		try (ObservationBenchmark benchmark = new ObservationBenchmark()) {
			PairedBenchmark.compare("a manager's first session, µs", () -> acquireAndClose(benchmark.plain()),
					() -> acquireAndClose(benchmark.observed().build()), full ? 40_000 : 10_000, 1e-3, table);
			try (ConnectSessionManager plain = benchmark.plain();
					ConnectSessionManager observed = benchmark.observed()
						.listener(new ConnectFailureMetrics(benchmark.meters, TAGS))
						.build()) {
				new ConnectSessionMetrics(observed, TAGS).bindTo(benchmark.meters);
				acquire(plain);
				acquire(observed);
				PairedBenchmark.compare("read, ns", () -> readPlain(plain), () -> readObserved(observed),
						full ? 10_000 : 3000, 1.0 / READS, table);
				table.row("bytes per read", bytes(() -> readPlain(plain)), bytes(() -> readObserved(observed)), "-");
			}
		}
		table.print();
	}

	private ConnectSessionManager plain() {
		return ConnectSessionManager.builder(this.plainClient, () -> CREDENTIALS).scheduler(this.scheduler).build();
	}

	private ConnectSessionManagerBuilder observed() {
		return ConnectSessionManager.builder(this.observedClient, () -> CREDENTIALS)
			.scheduler(this.scheduler)
			.observationRegistry(this.registry);
	}

	private static void acquireAndClose(ConnectSessionManager manager) {
		try (manager) {
			acquire(manager);
		}
	}

	private static void acquire(ConnectSessionManager manager) {
		Objects.requireNonNull(manager.getSession());
	}

	/** The loop exists twice, so that each copy is compiled separately. */
	private static void readPlain(ConnectSessionManager manager) {
		@Nullable Object read = null;
		for (int i = 0; i < READS; i++) {
			read = manager.getSession();
		}
		Objects.requireNonNull(read);
	}

	private static void readObserved(ConnectSessionManager manager) {
		@Nullable Object read = null;
		for (int i = 0; i < READS; i++) {
			read = manager.getSession();
		}
		Objects.requireNonNull(read);
	}

	/**
	 * Return the minimum of 100 rounds, because a new CachedSession is allocated each
	 * second.
	 */
	private static double bytes(Runnable reads) {
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long min = Long.MAX_VALUE;
		for (int round = 0; round < 100; round++) {
			long before = threads.getCurrentThreadAllocatedBytes();
			reads.run();
			min = Math.min(min, threads.getCurrentThreadAllocatedBytes() - before);
		}
		return (double) min / READS;
	}

	@Override
	public void close() {
		this.plainClient.close();
		this.observedClient.close();
		this.scheduler.shutdownNow();
		this.server.close();
	}

}
