package io.github.connectapi.transport;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Exchanges with real sockets, random faults, deadlines and interrupts, half of them with
 * TLS. The seed determines the faults, but not their interleaving with the callers, so
 * the checks are valid at every interleaving.
 */
@Timeout(value = 2, unit = TimeUnit.HOURS)
class SoakTransportTests {

	private static final int CALLERS = 12;

	private static final Duration SLACK = Duration.ofSeconds(20);

	private final Queue<String> violations = new ConcurrentLinkedQueue<>();

	private final Map<String, AtomicLong> results = new ConcurrentSkipListMap<>();

	private final Map<SoakResponse, Long> responses = new TreeMap<>();

	private final AtomicLong latest = new AtomicLong();

	@Test
	void whenFaultsAreRandomThenTheInvariantsHold() throws Exception {
		double minutes = Double.parseDouble(System.getProperty("soak.minutes", "0"));
		Duration round = (minutes > 0) ? Duration.ofSeconds(5) : Duration.ofMillis(500);
		long end = System.nanoTime() + (long) (minutes * 60e9);
		// The JDK keeps a socket from the first one on.
		SocketChannel.open().close();
		Random seeds = new Random();
		long seed = Long.getLong("soak.seed", 1);
		int rounds = 0;
		do {
			run(seed, round);
			assertThat(this.violations).as("With -Dsoak.seed=" + seed).isEmpty();
			seed = seeds.nextLong();
			rounds++;
		}
		while (System.nanoTime() - end < 0);
		System.out.printf("Soak: %d rounds of %s; %s; at most %d ms after the deadline; %s%n", rounds, round,
				this.results, this.latest.get(), this.responses);
	}

	private void run(long seed, Duration duration) throws Exception {
		Set<Thread> threadsBefore = threads();
		long socketsBefore = sockets();
		Map<String, String> outcomes = new ConcurrentHashMap<>();
		Random random = new Random(seed);
		try (SoakServer plain = new SoakServer(null, random.nextLong());
				SoakServer secure = new SoakServer(TlsFixture.SERVING, random.nextLong());
				Transport transport = TransportFixture.transport(Duration.ofSeconds(1), TlsFixture.TRUSTING)) {
			List<Thread> callers = new ArrayList<>();
			for (int i = 0; i < CALLERS; i++) {
				int number = i;
				Thread caller = new Thread(() -> call(transport, plain, secure, number, outcomes), "soak-caller");
				callers.add(caller);
				caller.start();
			}
			long end = System.nanoTime() + duration.toNanos();
			while (System.nanoTime() - end < 0) {
				Thread.sleep(5 + random.nextInt(20));
				callers.get(random.nextInt(CALLERS)).interrupt();
			}
			transport.close();
			for (Thread caller : callers) {
				caller.join(SLACK.toMillis());
				check(!caller.isAlive(), "a caller that does not end");
			}
			outcomes.forEach((id, outcome) -> {
				long received = plain.received(id) + secure.received(id);
				boolean expected = switch (outcome) {
					case "complete" -> received == 1;
					case "not sent" -> received == 0;
					default -> received <= 1;
				};
				check(expected, "%s: %s and received %d times".formatted(id, outcome, received));
				this.results.computeIfAbsent(outcome, (key) -> new AtomicLong()).incrementAndGet();
			});
			for (SoakServer server : List.of(plain, secure)) {
				server.followed()
					.forEach(
							(id) -> check("complete".equals(outcomes.get(id)), id + ": its connection was used again"));
				this.violations.addAll(server.violations());
				server.responses().forEach((response, count) -> this.responses.merge(response, count.get(), Long::sum));
			}
		}
		Set<Thread> left = threads();
		left.removeAll(threadsBefore);
		for (Thread thread : left) {
			thread.join(SLACK.toMillis());
			check(!thread.isAlive(), "a thread is left: " + thread);
		}
		long end = System.nanoTime() + SLACK.toNanos();
		while (sockets() > socketsBefore && System.nanoTime() - end < 0) {
			Thread.sleep(10);
		}
		check(sockets() <= socketsBefore, "%d sockets, %d before".formatted(sockets(), socketsBefore));
	}

	private void call(Transport transport, SoakServer plain, SoakServer secure, int number,
			Map<String, String> outcomes) {
		Random random = new Random();
		for (int i = 0; !transport.isClosed(); i++) {
			String id = "%02d-%06d".formatted(number, i);
			Thread.interrupted();
			if (random.nextInt(30) == 0) {
				Thread.currentThread().interrupt();
			}
			Duration timeout = Duration.ofMillis(100 + random.nextInt(500));
			RequestBuffer body = new RequestBuffer();
			body.writeBytes(new byte[(random.nextInt(20) == 0) ? 300_000 : 200]);
			URI uri = URI.create((random.nextBoolean() ? plain : secure).url(id));
			long start = System.nanoTime();
			outcomes.put(id, outcome(transport, body, id, new OneShotRequest(uri, timeout, 10_000, random.nextBoolean(),
					random.nextInt(10) == 0, random.nextBoolean())));
			Duration late = Duration.ofNanos(System.nanoTime() - start).minus(timeout);
			this.latest.accumulateAndGet(late.toMillis(), Math::max);
			check(late.compareTo(SLACK) < 0, id + ": " + late + " after the deadline");
		}
	}

	private String outcome(Transport transport, RequestBuffer body, String id, OneShotRequest request) {
		try {
			TransportResponse response = transport.exchange(new HttpHeaders(), body, request);
			String received = new String(TransportResponse.readBody(response.getBody(), 10_000),
					StandardCharsets.US_ASCII);
			// The server may have announced a length of the id only.
			check(received.equals(SoakServer.body(id)) || received.equals(id), "%s got %s".formatted(id, received));
			return "complete";
		}
		catch (InterruptedIOException ex) {
			check(Thread.currentThread().isInterrupted(), id + ": the interrupt was lost");
			return ex.getMessage().contains("before") ? "not sent" : "interrupted";
		}
		catch (RequestNotSentException ex) {
			return "not sent";
		}
		catch (IOException ex) {
			return ex.getMessage().startsWith("no complete response") ? "timed out" : "failed";
		}
		catch (RuntimeException | Error ex) {
			check(false, "%s: %s".formatted(id, ex));
			return "error";
		}
	}

	private void check(boolean condition, String violation) {
		if (!condition && this.violations.size() < 20) {
			this.violations.add(violation);
		}
	}

	private static Set<Thread> threads() {
		Set<Thread> threads = ConcurrentHashMap.newKeySet();
		threads.addAll(Thread.getAllStackTraces().keySet());
		threads.removeIf((thread) -> !thread.getName().startsWith("getty-connect-http-"));
		return threads;
	}

	/** Return the number of open sockets of this process; 0 where it cannot be read. */
	private static long sockets() throws IOException {
		Path descriptors = Path.of("/proc/self/fd");
		if (!Files.isDirectory(descriptors)) {
			return 0;
		}
		long sockets = 0;
		for (File descriptor : descriptors.toFile().listFiles()) {
			try {
				sockets += Files.readSymbolicLink(descriptor.toPath()).toString().startsWith("socket:") ? 1 : 0;
			}
			catch (IOException ex) {
				// Closed meanwhile.
			}
		}
		return sockets;
	}

}
