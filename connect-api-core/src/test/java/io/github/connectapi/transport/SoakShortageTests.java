package io.github.connectapi.transport;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No thread, no descriptor or no heap for a short time, in a process of its own.
 */
@Timeout(60)
@EnabledIfSystemProperty(named = "soak.minutes", matches = "[\\d.]+")
class SoakShortageTests {

	private static LocalServer server;

	private static Process process;

	private static BufferedReader results;

	private static String pid;

	@BeforeAll
	static void start() throws IOException {
		Assumptions.assumeTrue(isInstalled(), "a process can be limited");
		server = LocalServer.start(LocalServer.responding(LocalServer.OK));
		process = ShortageProcess.start(TransportFixture.url(server));
		results = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
		pid = result().substring(4);
	}

	@AfterAll
	static void close() throws Exception {
		if (server != null) {
			process.destroyForcibly().waitFor();
			server.close();
		}
	}

	@Test
	void whenNoThreadCanBeStartedThenTheNextExchangeAfterwardsSucceeds() throws Exception {
		execute("new");
		limit("--nproc=1:");
		assertThat(execute("exchange")).isEqualTo("RequestNotSentException: no thread could be started");
		assertThat(execute("exchange")).isEqualTo("RequestNotSentException: no thread could be started");
		limit("--nproc=4096:");
		assertThat(execute("exchange")).isEqualTo("200 OK");
		execute("idle");
		limit("--nproc=1:");
		// Connecting needs another thread, which is virtual from Java 21 on.
		assertThat(execute("exchange")).isEqualTo(
				(Runtime.version().feature() < 21) ? "RequestNotSentException: no thread could be started" : "200 OK");
		limit("--nproc=4096:");
		assertThat(execute("exchange")).isEqualTo("200 OK");
		assertThat(execute("left")).isEqualTo("0 exchanges, 0 sockets");
	}

	@Test
	void whenThereIsNoDescriptorThenTheNextExchangeAfterwardsSucceeds() throws Exception {
		execute("new");
		limit("--nofile=3:");
		assertThat(execute("exchange")).startsWith("RequestNotSentException: ").contains("Too many open files");
		limit("--nofile=1024:");
		assertThat(execute("exchange")).isEqualTo("200 OK");
		assertThat(execute("left")).isEqualTo("0 exchanges, 0 sockets");
	}

	@Test
	void whenTheHeapIsExhaustedThenTheNextExchangeAfterwardsSucceeds() throws Exception {
		execute("new");
		System.out.println(execute("storm"));
		assertThat(execute("exchange")).isEqualTo("200 OK");
		assertThat(execute("left")).isEqualTo("0 exchanges, 0 sockets");
	}

	private static String execute(String command) throws IOException {
		OutputStream commands = process.getOutputStream();
		commands.write((command + "\n").getBytes(StandardCharsets.US_ASCII));
		commands.flush();
		return result();
	}

	/**
	 * Read the next line of the commands, because the JVM writes warnings between them.
	 */
	private static String result() throws IOException {
		String line = results.readLine();
		while (line != null && !line.startsWith("> ")) {
			System.out.println(line);
			line = results.readLine();
		}
		assertThat(line).as("result of the process").isNotNull();
		return line.substring(2);
	}

	private static void limit(String limit) throws IOException {
		assertThat(prlimit("--pid", pid, limit)).as("prlimit succeeded").isTrue();
	}

	private static boolean isInstalled() {
		try {
			return prlimit("--version");
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static boolean prlimit(String... arguments) throws IOException {
		List<String> command = new ArrayList<>(ShortageProcess.user());
		command.add("prlimit");
		command.addAll(List.of(arguments));
		try {
			Process prlimit = new ProcessBuilder(command).redirectErrorStream(true).start();
			return prlimit.waitFor(20, TimeUnit.SECONDS) && prlimit.exitValue() == 0;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
