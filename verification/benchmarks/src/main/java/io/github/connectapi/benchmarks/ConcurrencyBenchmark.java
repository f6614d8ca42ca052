package io.github.connectapi.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiFunction;

import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;

/**
 * Compares this library with a hand-written client when many threads use them: the
 * throughput, the threads, and the time to open many connections.
 */
final class ConcurrencyBenchmark {

	private static final String PEER = "hand-written java.net.http";

	private static final Duration ROUND = Duration.ofMillis(1500);

	private ConcurrencyBenchmark() {
	}

	/** Searches of 200 callers, where the server takes 20 ms. */
	static void throughput() throws IOException, InterruptedException {
		MarkdownTable table = Rounds
			.table("throughput: searches per second through ConnectApi, 200 callers, server 20 ms");
		throughput(table, "platform threads", ThreadFactories.platform());
		ThreadFactory virtual = ThreadFactories.virtual();
		if (virtual != null) {
			throughput(table, "virtual threads", virtual);
		}
		table.print();
	}

	/** The platform threads and the failures of concurrent searches. */
	static void threads() throws IOException, InterruptedException {
		ThreadFactory virtual = ThreadFactories.virtual();
		if (virtual == null) {
			System.out.println("\nthreads: SKIPPED, virtual threads need JDK 21 or later");
			return;
		}
		MarkdownTable table = new MarkdownTable(
				"threads: 5000 searches from virtual threads at the same time, server 2 s, 3 rounds", "",
				"platform threads without carrier threads (maximum)", "target", "failed", "target", "ms (median)");
		ThreadUsage peer = new ThreadUsage();
		ThreadUsage library = new ThreadUsage();
		try (ServerProcess server = ServerProcess.start(Duration.ofSeconds(2))) {
			for (int round = 0; round < 3; round++) {
				library.measure(new LibraryClient(server.baseUrl()), virtual);
				peer.measure(new HandWrittenClient(server.baseUrl()), virtual);
			}
		}
		library.addTo(table, "this library", "≤ 16", "0");
		peer.addTo(table, PEER, "", "");
		table.print();
	}

	/** New TLS connections from virtual threads, each for one CreateSession. */
	static void burst() throws IOException, InterruptedException {
		ThreadFactory virtual = ThreadFactories.virtual();
		if (virtual == null) {
			System.out.println("\nburst: SKIPPED, virtual threads need JDK 21 or later");
			return;
		}
		MarkdownTable table = Rounds.table("burst: new TLS connections from virtual threads, ms");
		ServerCertificate certificate = ServerCertificate.create();
		try (ServerProcess server = ServerProcess.startClosing(certificate)) {
			burst(table, 1000, virtual, server, certificate, Rounds.COUNT, "≤ 1.10");
			burst(table, 5000, virtual, server, certificate, 3, "");
		}
		table.print();
	}

	private static void throughput(MarkdownTable table, String title, ThreadFactory threads)
			throws IOException, InterruptedException {
		Samples peerRates = new Samples();
		Samples libraryRates = new Samples();
		try (ServerProcess server = ServerProcess.start(Duration.ofMillis(20));
				ExchangeClient peer = new HandWrittenClient(server.baseUrl());
				ExchangeClient library = new LibraryClient(server.baseUrl())) {
			for (int round = -3; round < Rounds.COUNT; round++) {
				double peerRate = callsPerSecond(peer::search, threads);
				double libraryRate = callsPerSecond(library::search, threads);
				if (round >= 0) {
					peerRates.add(peerRate);
					libraryRates.add(libraryRate);
				}
			}
		}
		Rounds.row(table, title, peerRates, libraryRates, "≥ 1.00");
	}

	private static double callsPerSecond(Runnable call, ThreadFactory threads) throws InterruptedException {
		LongAdder calls = new LongAdder();
		long start = System.nanoTime();
		long end = start + ROUND.toNanos();
		long failed = atOnce(200, threads, () -> {
			while (System.nanoTime() < end) {
				call.run();
				calls.increment();
			}
		});
		if (failed > 0) {
			throw new IllegalStateException("%d callers failed".formatted(failed));
		}
		return calls.sum() * 1e9 / (System.nanoTime() - start);
	}

	private static void burst(MarkdownTable table, int count, ThreadFactory threads, ServerProcess server,
			ServerCertificate certificate, int rounds, String target) throws IOException, InterruptedException {
		Samples peerMillis = new Samples();
		Samples libraryMillis = new Samples();
		for (int round = -1; round < rounds; round++) {
			double peer = burst(HandWrittenClient::new, count, threads, server, certificate);
			double library = burst(LibraryClient::new, count, threads, server, certificate);
			if (round >= 0) {
				peerMillis.add(peer);
				libraryMillis.add(library);
			}
		}
		Rounds.row(table, "%d connections, %d rounds".formatted(count, rounds), peerMillis, libraryMillis, target);
	}

	private static double burst(BiFunction<String, @Nullable SSLContext, ExchangeClient> factory, int count,
			ThreadFactory threads, ServerProcess server, ServerCertificate certificate)
			throws IOException, InterruptedException {
		System.gc();
		try (ExchangeClient client = factory.apply(server.baseUrl(), certificate.context())) {
			long start = System.nanoTime();
			long failed = atOnce(count, threads, client::createSession);
			double millis = (System.nanoTime() - start) * 1e-6;
			if (failed > 0) {
				System.out.printf("%n%s: %d of %d failed%n", client.getClass().getSimpleName(), failed, count);
			}
			return millis;
		}
	}

	/** Run an action on many threads at once and return how many failed. */
	static long atOnce(int count, ThreadFactory threads, Runnable action) throws InterruptedException {
		LongAdder failed = new LongAdder();
		CountDownLatch done = new CountDownLatch(count);
		for (int i = 0; i < count; i++) {
			threads.newThread(() -> {
				try {
					action.run();
				}
				catch (RuntimeException ex) {
					failed.increment();
				}
				finally {
					done.countDown();
				}
			}).start();
		}
		done.await();
		return failed.sum();
	}

}
