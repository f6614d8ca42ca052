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
import io.github.connectapi.ConnectSession;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.metrics.ConnectFailureMetrics;
import io.github.connectapi.metrics.ConnectSessionMetrics;
import io.github.connectapi.observation.ConnectObservations;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.session.ConnectSessionManagerBuilder;

/**
 * What it costs to be watched: meters of all observations, the gauges and a listener,
 * against nothing of that, in turns in one process.
 */
final class Observed implements AutoCloseable {

	private static final int READS = 20_000;

	private static final ConnectCredentials CREDENTIALS = ConnectCredentials.of("1", "system", "user", "password");

	private static final List<Tag> TAGS = List.of(Tag.of("manager", "one"));

	private final LoopbackServer server = new LoopbackServer();

	private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(2);

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final ConnectObservations observations;

	private final ConnectClient plainClient;

	private final ConnectClient observedClient;

	private Observed() {
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(this.meters));
		this.observations = ConnectObservations.of(registry);
		BaseUrl url = BaseUrl.of(this.server.baseUrl());
		this.plainClient = ConnectClient.builder(url).build();
		this.observedClient = ConnectClient.builder(url).observations(this.observations).build();
	}

	static void run(boolean full) {
		Table table = new Table("observed: without and with observations, meters and a listener, in turns", "",
				"without", "with", "ratio (median of pairs)");
		try (Observed observed = new Observed()) {
			Pairs.compare("a manager's first session, µs", () -> acquire(observed.plain()),
					() -> acquire(observed.watched().build()), full ? 40_000 : 10_000, 1e-3, table);
			try (ConnectSessionManager plain = observed.plain();
					ConnectSessionManager watched = observed.watched()
						.listener(new ConnectFailureMetrics(observed.meters, TAGS))
						.build()) {
				new ConnectSessionMetrics(watched, TAGS).bindTo(observed.meters);
				acquired(plain);
				acquired(watched);
				Pairs.compare("read, ns", () -> readPlain(plain), () -> readWatched(watched), full ? 10_000 : 3000,
						1.0 / READS, table);
				table.row("bytes per read", bytes(() -> readPlain(plain)), bytes(() -> readWatched(watched)), "-");
			}
		}
		table.print();
	}

	private ConnectSessionManager plain() {
		return ConnectSessionManager.builder(this.plainClient, () -> CREDENTIALS).scheduler(this.scheduler).build();
	}

	private ConnectSessionManagerBuilder watched() {
		return ConnectSessionManager.builder(this.observedClient, () -> CREDENTIALS)
			.scheduler(this.scheduler)
			.observations(this.observations);
	}

	private static void acquire(ConnectSessionManager manager) {
		try (manager) {
			acquired(manager);
		}
	}

	private static ConnectSession acquired(ConnectSessionManager manager) {
		return Objects.requireNonNull(manager.getSession());
	}

	/** The loop twice, so that each has its own compiled form. */
	private static void readPlain(ConnectSessionManager manager) {
		@Nullable Object read = null;
		for (int i = 0; i < READS; i++) {
			read = manager.getSession();
		}
		Objects.requireNonNull(read);
	}

	private static void readWatched(ConnectSessionManager manager) {
		@Nullable Object read = null;
		for (int i = 0; i < READS; i++) {
			read = manager.getSession();
		}
		Objects.requireNonNull(read);
	}

	/** The least of some rounds: a new lease once a second is not of the read. */
	private static double bytes(Runnable reads) {
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long least = Long.MAX_VALUE;
		for (int round = 0; round < 100; round++) {
			long before = threads.getCurrentThreadAllocatedBytes();
			reads.run();
			least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
		}
		return (double) least / READS;
	}

	@Override
	public void close() {
		this.plainClient.close();
		this.observedClient.close();
		this.scheduler.shutdownNow();
		this.server.close();
	}

}
