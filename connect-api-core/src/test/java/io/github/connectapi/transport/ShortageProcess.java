package io.github.connectapi.transport;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.http.HttpHeaders;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * Main class of a process of its own, whose resources the test limits. It executes
 * commands that it reads, and writes the result of each.
 */
final class ShortageProcess {

	private static final Duration STORM = Duration.ofMillis(700);

	private static final int SIZE = 1 << 18;

	private static volatile List<Object> garbage = List.of();

	private final String url;

	private Transport transport = TransportFixture.transport();

	/** The JDK keeps a socket from the first one on. */
	private final long sockets;

	private ShortageProcess(String url) {
		this.url = url;
		// What is linked while the heap is exhausted fails for the life of the JVM.
		exchange("http://127.0.0.1:1/", true);
		exchange(false);
		exchange(false);
		exchange(true);
		this.sockets = LeftoverTests.sockets();
	}

	/** Execute commands until the input ends. */
	public static void main(String[] args) throws Exception {
		ShortageProcess process = new ShortageProcess(args[0]);
		BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
		PrintStream results = System.out;
		results.println("> pid " + ProcessHandle.current().pid());
		for (String command = commands.readLine(); command != null; command = commands.readLine()) {
			results.println("> " + process.execute(command));
		}
	}

	private String execute(String command) throws Exception {
		return switch (command) {
			case "new" -> renew();
			case "exchange" -> exchange(true);
			case "idle" -> idle();
			case "storm" -> storm();
			case "left" -> left();
			default -> throw new IllegalArgumentException(command);
		};
	}

	private String renew() {
		this.transport.close();
		this.transport = TransportFixture.transport();
		return "";
	}

	private String exchange(boolean last) {
		return exchange(this.url, last);
	}

	private String exchange(String uri, boolean last) {
		RequestBuffer body = new RequestBuffer();
		body.writeBytes(new byte[500]);
		try {
			TransportResponse response = this.transport.exchange(new HttpHeaders(), body,
					new OneShotRequest(URI.create(uri), TransportFixture.LONG, 1000, true, last, false));
			return response.getStatusCode().toString();
		}
		catch (IOException ex) {
			return ex.getClass().getSimpleName() + ": " + ex.getMessage();
		}
	}

	/**
	 * Wait until only the thread of the timer is left, which has the last deadline to
	 * check.
	 */
	private static String idle() throws Exception {
		Caller.await(() -> LeftoverTests.threads().size() == 1);
		return "";
	}

	/** Exhaust the heap again and again, during exchanges. */
	private String storm() throws InterruptedException {
		AtomicInteger responses = new AtomicInteger();
		AtomicInteger failures = new AtomicInteger();
		AtomicInteger errors = new AtomicInteger();
		long end = System.nanoTime() + STORM.toNanos();
		List<Thread> threads = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			boolean last = i % 2 == 0;
			threads.add(new Thread(() -> {
				while (System.nanoTime() - end < 0) {
					try {
						(exchange(last).startsWith("200") ? responses : failures).incrementAndGet();
					}
					catch (OutOfMemoryError ex) {
						errors.incrementAndGet();
					}
				}
			}));
		}
		threads.add(new Thread(() -> {
			while (System.nanoTime() - end < 0) {
				exhaust();
			}
			garbage = List.of();
		}));
		threads.forEach(Thread::start);
		for (Thread thread : threads) {
			thread.join();
		}
		return "%d responses, %d failures, %d errors".formatted(responses.get(), failures.get(), errors.get());
	}

	private static void exhaust() {
		List<Object> all = new ArrayList<>(100_000);
		garbage = all;
		int size = SIZE;
		while (size > 16) {
			try {
				all.add(new byte[size]);
			}
			catch (OutOfMemoryError ex) {
				size /= 2;
			}
		}
		all.clear();
	}

	/** Close the transport, and return what is left of it. */
	private String left() throws Exception {
		Object connector = ReflectionTestUtils.getField(this.transport, "connector");
		Semaphore permits = (Semaphore) ReflectionTestUtils.getField(connector, "permits");
		// A thread releases its permit after the caller has the connection.
		Caller.await(() -> permits.availablePermits() == HelperThreads.maxConnecting());
		Exchanges exchanges = (Exchanges) ReflectionTestUtils.getField(this.transport, "exchanges");
		this.transport.close();
		return "%d exchanges, %d sockets".formatted(exchanges.size(), LeftoverTests.sockets() - this.sockets);
	}

	/**
	 * Start this class in a process with a small heap, as a user whose processes can be
	 * limited.
	 */
	static Process start(String url) throws IOException {
		List<String> command = new ArrayList<>(user());
		command.addAll(List.of(ProcessHandle.current().info().command().orElseThrow(), "-Xmx48m", "-XX:+UseSerialGC",
				"-XX:TieredStopAtLevel=1", "-XX:+EnableDynamicAgentLoading", "-cp",
				ManagementFactory.getRuntimeMXBean().getClassPath(), ShortageProcess.class.getName(), url));
		return new ProcessBuilder(command).directory(new File("/"))
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
	}

	/** Return what precedes a command, because no limit of threads applies to root. */
	static List<String> user() {
		return System.getProperty("user.name").equals("root") ? List.of("setpriv", "--reuid=65534", "--regid=65534",
				"--clear-groups", "--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search") : List.of();
	}

}
