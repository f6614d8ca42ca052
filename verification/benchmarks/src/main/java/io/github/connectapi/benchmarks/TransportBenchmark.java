package io.github.connectapi.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.net.ssl.SSLContext;

/**
 * Compares exchanges on a kept connection with those of other clients. The calls of both
 * alternate in one process, and the server runs in another one.
 */
final class TransportBenchmark {

	private static final int PAIRS = 2000;

	private static final int WARMUP = 12_000;

	private TransportBenchmark() {
	}

	static void sessions() throws IOException {
		MarkdownTable table = Rounds.table("session: CreateSession through ConnectClient, µs");
		Function<ExchangeClient, Runnable> action = (client) -> client::createSession;
		compare(table, action, "≤ 0.60", "≤ 0.75", "≤ 0.35");
		table.print();
	}

	static void searches() throws IOException {
		MarkdownTable table = Rounds.table("search: SearchForImages of 25 images through ConnectApi, µs");
		Function<ExchangeClient, Runnable> action = (client) -> client::search;
		compare(table, action, "≤ 0.80", "≤ 0.95", "≤ 0.55");
		table.print();
	}

	/** A search with all documented fields, which all clients map to the same records. */
	static void typedSearches() throws IOException {
		MarkdownTable table = Rounds
			.table("typed-search: SearchForImages of 25 images with all fields through ConnectApi, µs");
		try (ServerProcess server = ServerProcess.start(Duration.ZERO);
				ExchangeClient library = new LibraryClient(server.baseUrl());
				ExchangeClient handWritten = HandWrittenClient.typed(server.baseUrl());
				ExchangeClient jdk = SpringClient.typedOverJdk(server.baseUrl())) {
			requireSameResult(library, handWritten, jdk);
			compareTyped(table, "hand-written java.net.http", handWritten, library, "≤ 0.85");
			compareTyped(table, "RestClient over Spring's JDK factory", jdk, library, "≤ 0.55");
		}
		table.print();
	}

	private static void compareTyped(MarkdownTable table, String title, ExchangeClient peer, ExchangeClient library,
			String target) {
		warmUp(peer::typedSearch, library::typedSearch, WARMUP / 3);
		Rounds.pairs(table, title, peer::typedSearch, library::typedSearch, PAIRS / 4, target);
	}

	private static void requireSameResult(ExchangeClient... clients) {
		Set<Object> results = Arrays.stream(clients).map(ExchangeClient::typedSearch).collect(Collectors.toSet());
		if (results.size() != 1) {
			throw new IllegalStateException("The results differ: %s".formatted(results));
		}
	}

	/** CreateSession on a TLS connection that is kept. */
	static void tls() throws IOException {
		MarkdownTable table = Rounds.table("tls: CreateSession on a kept TLS connection, µs");
		ServerCertificate certificate = ServerCertificate.create();
		SSLContext context = certificate.context();
		try (ServerProcess server = ServerProcess.startSecure(certificate);
				ExchangeClient peer = new HandWrittenClient(server.baseUrl(), context);
				ExchangeClient library = new LibraryClient(server.baseUrl(), context)) {
			compare(table, "hand-written java.net.http", peer::createSession, library::createSession, "≤ 0.70");
		}
		table.print();
	}

	/** CreateSession with a server that waits. The warm-up uses one that does not. */
	static void network() throws IOException {
		MarkdownTable table = Rounds.table("network: CreateSession, of which the server waits for 50 ms, µs");
		try (ServerProcess fast = ServerProcess.start(Duration.ZERO);
				ExchangeClient fastPeer = new HandWrittenClient(fast.baseUrl());
				ExchangeClient fastLibrary = new LibraryClient(fast.baseUrl());
				ServerProcess slow = ServerProcess.start(Duration.ofMillis(50));
				ExchangeClient peer = new HandWrittenClient(slow.baseUrl());
				ExchangeClient library = new LibraryClient(slow.baseUrl())) {
			warmUp(fastPeer::createSession, fastLibrary::createSession, WARMUP);
			warmUp(peer::createSession, library::createSession, 10);
			Rounds.pairs(table, "hand-written java.net.http", peer::createSession, library::createSession, 20,
					"≤ 1.01");
		}
		table.print();
	}

	private static void compare(MarkdownTable table, Function<ExchangeClient, Runnable> action, String... targets)
			throws IOException {
		try (ServerProcess server = ServerProcess.start(Duration.ZERO);
				ExchangeClient library = new LibraryClient(server.baseUrl());
				ExchangeClient handWritten = new HandWrittenClient(server.baseUrl());
				ExchangeClient httpComponents = SpringClient.overHttpComponents(server.baseUrl());
				ExchangeClient jdk = SpringClient.overJdk(server.baseUrl())) {
			Runnable measured = action.apply(library);
			compare(table, "hand-written java.net.http", action.apply(handWritten), measured, targets[0]);
			compare(table, "RestClient over HttpComponents 5", action.apply(httpComponents), measured, targets[1]);
			compare(table, "RestClient over Spring's JDK factory", action.apply(jdk), measured, targets[2]);
		}
	}

	private static void compare(MarkdownTable table, String title, Runnable peer, Runnable library, String target) {
		warmUp(peer, library, WARMUP);
		Rounds.pairs(table, title, peer, library, PAIRS, target);
	}

	private static void warmUp(Runnable peer, Runnable library, int pairs) {
		for (int pair = 0; pair < pairs; pair++) {
			peer.run();
			library.run();
		}
	}

}
