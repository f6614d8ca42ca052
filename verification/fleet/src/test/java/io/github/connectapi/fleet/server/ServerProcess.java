package io.github.connectapi.fleet.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * The process of a server that a test started, with its children.
 */
final class ServerProcess implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final Process process;

	private final Path log;

	private ServerProcess(Process process, Path log) {
		this.process = process;
		this.log = log;
	}

	static ServerProcess start(Path log, List<String> command) {
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
				.start();
			process.getOutputStream().close();
			// Surefire may end this JVM before a test ends its servers.
			Runtime.getRuntime().addShutdownHook(new Thread(() -> kill(process)));
			return new ServerProcess(process, log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Run a program that ends. */
	static void run(List<String> command) {
		try {
			File log = File.createTempFile("connect-api-server", ".log");
			ServerProcess process = start(log.toPath(), command);
			process.awaitEnd();
			if (process.process.exitValue() != 0) {
				throw new IllegalStateException(command + " failed: " + process.log());
			}
			Files.delete(log.toPath());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Wait until the server responds to a check, which fails until then. */
	void awaitReady(Check check) {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (true) {
			try {
				check.run();
				return;
			}
			catch (Exception ex) {
				if (!this.process.isAlive() || System.nanoTime() - deadline > 0) {
					throw new IllegalStateException("The server did not start: " + log(), ex);
				}
			}
			sleep(50);
		}
	}

	static void await(BooleanSupplier condition) {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() - deadline > 0) {
				throw new AssertionError("The servers were not ready within " + PATIENCE);
			}
			sleep(50);
		}
	}

	static void sleep(long millis) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Let the server hang. */
	void suspend() {
		signal("STOP");
	}

	void resume() {
		signal("CONT");
	}

	private void signal(String name) {
		tree(this.process).forEach((each) -> {
			try {
				new ProcessBuilder("kill", "-" + name, Long.toString(each.pid())).start().waitFor();
			}
			catch (IOException | InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		});
	}

	private static List<ProcessHandle> tree(Process process) {
		return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
	}

	private static void kill(Process process) {
		tree(process).forEach(ProcessHandle::destroyForcibly);
	}

	private void awaitEnd() {
		try {
			if (!this.process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new IllegalStateException("The process did not end: " + log());
			}
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	String log() {
		try {
			return Files.readString(this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Kill the process, as if its machine failed. */
	@Override
	public void close() {
		kill(this.process);
		awaitEnd();
	}

	/**
	 * A check that fails with any exception.
	 */
	interface Check {

		void run() throws Exception;

	}

}
