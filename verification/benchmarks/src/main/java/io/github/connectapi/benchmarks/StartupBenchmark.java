package io.github.connectapi.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The start of an application without and with the starter, in fresh JVMs in turns: from
 * the start of the JVM until the application is ready, and the CPU time of the thread
 * that starts it, which other load on the machine disturbs less.
 */
final class Start {

	private static final Path BENCHMARK = Path.of("verification", "benchmarks", "start");

	private static final String APPLICATION = "io.github.connectapi.benchmarks.start.StartApplication";

	/** The same for all; nothing is sent to the Connect API. */
	private static final List<String> PROPERTIES = List.of("--getty.connect.system-id=1",
			"--getty.connect.system-password=system", "--getty.connect.user-name=user",
			"--getty.connect.user-password=password", "--server.address=127.0.0.1", "--server.port=0");

	private Start() {
	}

	static void run(boolean full) {
		compare("bare application", full, Starts.of("without the starter", "bare", "without"),
				Starts.of("with its third-party jars only", "bare", "third-party"),
				Starts.of("with the starter, getty.connect.enabled=false", "bare", "starter",
						"--getty.connect.enabled=false"),
				Starts.of("with the starter", "bare", "starter"));
		compare("web application", full, Starts.of("without the starter", "web", "without"),
				Starts.of("with the starter", "web", "starter"));
	}

	/** All against the first; fewer rounds where a busy machine would take too long. */
	private static void compare(String title, boolean full, Starts... compared) {
		int rounds = full ? 40 : 15;
		long end = System.nanoTime() + Duration.ofMinutes(full ? 13 : 4).toNanos();
		List<Starts> turns = new ArrayList<>(List.of(compared));
		turns.forEach(Starts::start);
		int round = 0;
		for (; round < rounds && (round == 0 || System.nanoTime() < end); round++) {
			turns.forEach(Starts::measure);
			// So that what one leaves to the next is left to all.
			Collections.reverse(turns);
		}
		Table table = new Table("start: " + title + ", " + round + " rounds of fresh JVMs in turns", "",
				"ready after ms (median)", "against the first (median of rounds)", "range",
				"CPU ms of the main thread (median)", "against the first (median of rounds)", "range",
				"classes loaded (most)");
		for (Starts each : compared) {
			Figures ratios = each.millis().dividedBy(compared[0].millis());
			Figures cpuRatios = each.cpuMillis().dividedBy(compared[0].cpuMillis());
			table.row(each.title(), Math.round(each.millis().median()), ratios.median(), ratios.range(),
					Math.round(each.cpuMillis().median()), cpuRatios.median(), cpuRatios.range(),
					Math.round(each.classes().largest()));
		}
		table.print();
	}

	private record Starts(String title, List<String> command, Figures millis, Figures cpuMillis, Figures classes) {

		static Starts of(String title, String module, String classPath, String... properties) {
			Path classes = BENCHMARK.resolve(Path.of("bare", "target", "classes"));
			List<String> command = new ArrayList<>(List.of(
					Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
					classes + ":" + read(BENCHMARK.resolve(Path.of(module, "target", classPath))), APPLICATION));
			command.addAll(PROPERTIES);
			command.addAll(List.of(properties));
			return new Starts(title, command, new Figures(), new Figures(), new Figures());
		}

		void measure() {
			String[] figures = start();
			this.millis.add(Double.parseDouble(figures[1]));
			this.cpuMillis.add(Double.parseDouble(figures[2]));
			this.classes.add(Double.parseDouble(figures[3]));
		}

		/** What the application says last. */
		String[] start() {
			try {
				Process process = new ProcessBuilder(this.command).redirectErrorStream(true).start();
				String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
				int said = output.lastIndexOf("ready ");
				if (said < 0) {
					throw new IllegalStateException(output);
				}
				return output.substring(said).strip().split(" ");
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
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
