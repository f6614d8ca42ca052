package io.github.connectapi.benchmarks;

import java.io.IOException;
import java.util.logging.LogManager;

/**
 * Entry point of the benchmarks. The script {@code run} starts one process for each
 * benchmark.
 */
public final class Benchmarks {

	private Benchmarks() {
	}

	/**
	 * Run one benchmark and print its table.
	 * @param args the name of the benchmark, and optionally {@code full} for the long
	 * form
	 * @throws IOException if a server cannot be started
	 * @throws InterruptedException if the main thread is interrupted
	 */
	public static void main(String[] args) throws IOException, InterruptedException {
		// Caffeine logs each failed refresh with its stack trace.
		LogManager.getLogManager().reset();
		boolean full = args.length > 1 && args[1].equals("full");
		switch (args[0]) {
			case "cached" -> CachedReadBenchmark.run(full);
			case "pairs" -> PairedBenchmark.run(full);
			case "herd" -> ThunderingHerdBenchmark.run(full);
			case "async" -> AsyncBenchmark.run();
			case "crossing" -> ExpiryBenchmark.run(full);
			case "outage" -> OutageBenchmark.run(full);
			case "rejected" -> RejectedCredentialsBenchmark.run(full);
			case "cycle" -> ExchangeBenchmark.run(full);
			case "observed" -> ObservationBenchmark.run(full);
			case "renewals" -> RenewalBenchmark.run();
			case "session" -> TransportBenchmark.sessions();
			case "search" -> TransportBenchmark.searches();
			case "typed-search" -> TransportBenchmark.typedSearches();
			case "file" -> FileBenchmark.run();
			case "tls" -> TransportBenchmark.tls();
			case "network" -> TransportBenchmark.network();
			case "throughput" -> ConcurrencyBenchmark.throughput();
			case "threads" -> ConcurrencyBenchmark.threads();
			case "burst" -> ConcurrencyBenchmark.burst();
			case "first" -> FirstExchangeBenchmark.run();
			case "fleet" -> FleetBenchmark.run(full);
			case "shared-read" -> SharedReadBenchmark.run(full);
			case "store" -> StoreOperationBenchmark.run(full);
			case "users" -> UsersBenchmark.run(full);
			case "oauth2" -> OAuth2Benchmark.run(full);
			case "start" -> StartupBenchmark.run(full);
			default -> throw new IllegalArgumentException("Unknown benchmark: %s".formatted(args[0]));
		}
		// Some caches never end their threads.
		System.exit(0);
	}

}
