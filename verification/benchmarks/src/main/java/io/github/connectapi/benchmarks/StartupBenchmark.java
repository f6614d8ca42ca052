package io.github.connectapi.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Measures how long an application takes to start without and with the starter, in
 * alternating new JVMs. It measures the time from the start of the JVM until the
 * application is ready. It also measures the CPU time of the main thread, which depends
 * less on other load.
 */
final class StartupBenchmark {

	private static final Path START_MODULES = Path.of("verification", "benchmarks", "start");

	private static final String APPLICATION = "io.github.connectapi.benchmarks.start.StartApplication";

	/** The same for all candidates. No request is sent to the Connect API. */
	private static final List<String> PROPERTIES = List.of("--getty.connect.system-id=1",
			"--getty.connect.system-password=system", "--getty.connect.user-name=user",
			"--getty.connect.user-password=password", "--server.address=127.0.0.1", "--server.port=0");

	private StartupBenchmark() {
	}

	static void run(boolean full) {
		compare("bare application", full, Candidate.of("without the starter", "bare", "without"),
				Candidate.of("with its third-party jars only", "bare", "third-party"),
				Candidate.of("with the starter, getty.connect.enabled=false", "bare", "starter",
						"--getty.connect.enabled=false"),
				Candidate.of("with the starter", "bare", "starter"));
		compare("web application", full, Candidate.of("without the starter", "web", "without"),
				Candidate.of("with the starter", "web", "starter"));
	}

	/**
	 * Compare all with the first. Runs fewer rounds if the machine is too slow: the next
	 * round must end in time even if it takes twice as long as the last one.
	 */
	private static void compare(String title, boolean full, Candidate... compared) {
		int rounds = full ? 40 : 15;
		long end = System.nanoTime() + Duration.ofMinutes(full ? 12 : 4).toNanos();
		List<Candidate> candidates = new ArrayList<>(List.of(compared));
		candidates.forEach(Candidate::start);
		int round = 0;
		long last = 0;
		for (; round < rounds && (round == 0 || System.nanoTime() + 2 * last < end); round++) {
			long start = System.nanoTime();
			candidates.forEach(Candidate::measure);
			last = System.nanoTime() - start;
			// The order alternates, so that no candidate always runs after the same one.
			Collections.reverse(candidates);
		}
		MarkdownTable table = new MarkdownTable("start: %s, %d rounds of alternating new JVMs".formatted(title, round),
				"", "ready after, ms (median)", "ratio to the first (median of rounds)", "range",
				"CPU time of the main thread, ms (median)", "ratio to the first (median of rounds)", "range",
				"loaded classes (maximum)");
		for (Candidate each : compared) {
			Samples ratios = each.millis().dividedBy(compared[0].millis());
			Samples cpuRatios = each.cpuMillis().dividedBy(compared[0].cpuMillis());
			table.row(each.title(), Math.round(each.millis().median()), ratios.median(), ratios.range(),
					Math.round(each.cpuMillis().median()), cpuRatios.median(), cpuRatios.range(),
					Math.round(each.classes().max()));
		}
		table.print();
	}

	private record Candidate(String title, List<String> command, Samples millis, Samples cpuMillis, Samples classes) {

		static Candidate of(String title, String module, String classPath, String... properties) {
			Path classes = START_MODULES.resolve(Path.of("bare", "target", "classes"));
			List<String> command = new ArrayList<>(List.of(
					Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
					classes + ":" + read(START_MODULES.resolve(Path.of(module, "target", classPath))), APPLICATION));
			command.addAll(PROPERTIES);
			command.addAll(List.of(properties));
			return new Candidate(title, command, new Samples(), new Samples(), new Samples());
		}

		void measure() {
			String[] values = start();
			this.millis.add(Double.parseDouble(values[1]));
			this.cpuMillis.add(Double.parseDouble(values[2]));
			this.classes.add(Double.parseDouble(values[3]));
		}

		/** Start the application and return its measurements. */
		String[] start() {
			try {
				Path log = Files.createTempFile("start", ".log");
				Process process = new ProcessBuilder(this.command).redirectErrorStream(true)
					.redirectOutput(log.toFile())
					.start();
				boolean ended = process.waitFor(1, TimeUnit.MINUTES);
				process.destroyForcibly();
				String output = read(log);
				Files.delete(log);
				if (!ended) {
					throw new IllegalStateException("The application did not start within a minute: " + output);
				}
				int index = output.lastIndexOf("ready ");
				if (index < 0) {
					throw new IllegalStateException(output);
				}
				return output.substring(index).strip().split(" ");
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

		private static String read(Path file) {
			try {
				return Files.readString(file).strip();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
