package io.github.connectapi.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;

/**
 * Measures the first exchange of a JVM in alternating new JVMs: a client is created and
 * sends one CreateSession.
 */
final class FirstExchangeBenchmark {

	private FirstExchangeBenchmark() {
	}

	static void run() throws IOException {
		MarkdownTable table = new MarkdownTable(
				"first: the first exchange of a JVM, %d rounds of alternating new JVMs".formatted(Rounds.COUNT), "",
				"ms (median)", "this library / it (median of rounds)", "range", "target", "loaded classes (median)");
		try (ServerProcess server = ServerProcess.start(Duration.ZERO)) {
			compare(table, "http", List.of("library", "hand-written", "spring"), server.baseUrl());
		}
		ServerCertificate certificate = ServerCertificate.create();
		try (ServerProcess server = ServerProcess.startSecure(certificate)) {
			compare(table, "https", List.of("library", "hand-written"), server.baseUrl(),
					certificate.keyStore().toString());
		}
		table.print();
	}

	private static void compare(MarkdownTable table, String scheme, List<String> names, String... arguments)
			throws IOException {
		List<Candidate> candidates = names.stream()
			.map((name) -> new Candidate(name, new Samples(), new Samples()))
			.toList();
		for (int round = -1; round < Rounds.COUNT; round++) {
			for (Candidate candidate : candidates) {
				candidate.measure(arguments, round >= 0);
			}
		}
		Candidate library = candidates.get(0);
		for (Candidate candidate : candidates) {
			Samples ratios = library.millis().dividedBy(candidate.millis());
			table.row("%s, %s".formatted(scheme, candidate.title()), candidate.millis().median(), ratios.median(),
					ratios.range(), candidate.target(), Math.round(candidate.classes().median()));
		}
	}

	private record Candidate(String name, Samples millis, Samples classes) {

		String title() {
			return switch (this.name) {
				case "library" -> "ConnectClient";
				case "hand-written" -> "hand-written java.net.http";
				default -> "RestClient over Spring's JDK factory";
			};
		}

		String target() {
			return this.name.equals("library") ? "" : "≤ 0.80";
		}

		void measure(String[] arguments, boolean counts) throws IOException {
			List<String> command = ServerProcess.command(FirstExchange.class, this.name);
			command.addAll(List.of(arguments));
			Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
			String[] output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip()
				.split(" ", 2);
			if (counts) {
				this.millis.add(Double.parseDouble(output[0]));
				this.classes.add(Double.parseDouble(output[1]));
			}
		}

	}

	/** Runs in a new JVM and prints the milliseconds and the loaded classes. */
	static final class FirstExchange {

		private FirstExchange() {
		}

		public static void main(String[] args) {
			@Nullable SSLContext tls = (args.length > 2) ? new ServerCertificate(Path.of(args[2])).context() : null;
			long start = System.nanoTime();
			ExchangeClient client = switch (args[0]) {
				case "library" -> new LibraryClient(args[1], tls);
				case "hand-written" -> new HandWrittenClient(args[1], tls);
				default -> SpringClient.overJdk(args[1]);
			};
			client.createSession();
			double millis = (System.nanoTime() - start) * 1e-6;
			System.out.println(millis + " " + ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
			System.exit(0);
		}

	}

}
