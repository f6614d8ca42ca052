package io.github.connectapi.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.benchmarks.fleet.FleetPeer;
import io.github.connectapi.benchmarks.fleet.FleetProcess;
import io.github.connectapi.benchmarks.fleet.RedisProcess;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;

/**
 * Measures how often instances log in that all need a token at the same time, and how
 * long the slowest waits.
 */
final class FleetBenchmark {

	private static final Duration SERVER_TIME = Duration.ofMillis(50);

	/** Longer than any thread is idle. */
	private static final Duration REST = Duration.ofSeconds(8);

	/** No further round starts after it, if the machine is slow. */
	private static final Duration MAX_DURATION = Duration.ofMinutes(2);

	private final RedisProcess redis;

	private final String baseUrl;

	private FleetBenchmark(RedisProcess redis, String baseUrl) {
		this.redis = redis;
		this.baseUrl = baseUrl;
	}

	static void run(boolean full) throws IOException, InterruptedException {
		int rounds = full ? 10 : 3;
		try (RedisProcess redis = new RedisProcess(); ServerProcess server = ServerProcess.start(SERVER_TIME)) {
			FleetBenchmark benchmark = new FleetBenchmark(redis, server.baseUrl());
			benchmark.compare("8 JVMs, after a warm-up", 8, 1, true, rounds);
			benchmark.compare("8 JVMs, cold", 8, 1, false, rounds);
			benchmark.compare("600 instances in one JVM, after a warm-up", 1, 600, true, rounds);
		}
	}

	private void compare(String title, int processes, int instances, boolean warm, int rounds)
			throws IOException, InterruptedException {
		List<Candidate> candidates = Arrays.stream(FleetPeer.values()).map(Candidate::of).toList();
		List<Candidate> order = new ArrayList<>(candidates);
		long end = System.nanoTime() + MAX_DURATION.toNanos();
		int round = 0;
		for (; round < rounds && (round == 0 || System.nanoTime() - end < 0); round++) {
			for (Candidate candidate : order) {
				measure(candidate, processes, instances, warm);
			}
			Collections.reverse(order);
		}
		MarkdownTable table = new MarkdownTable("fleet: %s, %d alternating rounds".formatted(title, round), "",
				"logins (median)", "range", "slowest, ms (median)", "range", "threads of a JVM, at most", "at rest");
		for (Candidate each : candidates) {
			table.row(each.peer().title(), Math.round(each.logins().median()), each.logins().range(),
					Math.round(each.millis().median()), each.millis().range(), Math.round(each.threads().max()),
					Math.round(each.threadsAtRest().max()));
		}
		table.print();
	}

	private void measure(Candidate candidate, int processes, int instances, boolean warm)
			throws IOException, InterruptedException {
		this.redis.clear();
		List<Instances> all = new ArrayList<>();
		for (int i = 0; i < processes; i++) {
			all.add(Instances.start(candidate.peer().name(), this.baseUrl, String.valueOf(this.redis.port()),
					String.valueOf(instances), String.valueOf(warm)));
		}
		for (Instances each : all) {
			each.readLine();
		}
		int before = nextToken();
		long start = System.nanoTime();
		for (Instances each : all) {
			each.next();
		}
		double threads = 0;
		for (Instances each : all) {
			threads = Math.max(threads, Double.parseDouble(each.readLine()));
		}
		candidate.millis().add((System.nanoTime() - start) * 1e-6);
		candidate.logins().add(nextToken() - before - 1);
		candidate.threads().add(threads);
		if (instances > 1) {
			TimeUnit.NANOSECONDS.sleep(REST.toNanos());
		}
		for (Instances each : all) {
			each.next();
			candidate.threadsAtRest().add(Double.parseDouble(each.readLine()));
			each.close();
		}
	}

	/** The server numbers its tokens. */
	private int nextToken() {
		try (ConnectClient client = ConnectClient.builder(BaseUrl.of(this.baseUrl)).build()) {
			ConnectCredentials credentials = ConnectCredentials.of("1", "system", "other", "password");
			String token = client.createSession(credentials, Duration.ofMinutes(1)).token().reveal();
			return Integer.parseInt(token.substring(token.indexOf('-') + 1));
		}
	}

	private record Candidate(FleetPeer peer, Samples logins, Samples millis, Samples threads, Samples threadsAtRest) {

		static Candidate of(FleetPeer peer) {
			return new Candidate(peer, new Samples(), new Samples(), new Samples(), new Samples());
		}

	}

	/** A process with instances. */
	private record Instances(BufferedReader output, OutputStream input, Process process) {

		static Instances start(String... arguments) throws IOException {
			Process process = new ProcessBuilder(ServerProcess.command(FleetProcess.class, arguments))
				.redirectError(ProcessBuilder.Redirect.INHERIT)
				.start();
			return new Instances(process.inputReader(), process.getOutputStream(), process);
		}

		void next() throws IOException {
			this.input.write('\n');
			this.input.flush();
		}

		String readLine() throws IOException {
			String line = this.output.readLine();
			if (line == null) {
				throw new IllegalStateException("An instance failed");
			}
			return line;
		}

		void close() throws IOException {
			this.input.close();
			this.process.onExit().join();
		}

	}

}
