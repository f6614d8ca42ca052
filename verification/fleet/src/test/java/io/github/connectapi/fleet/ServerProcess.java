package io.github.connectapi.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A process that a test started. It is killed at the end of this JVM at the latest.
 */
final class ServerProcess implements AutoCloseable {

	private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

	static {
		Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
	}

	private final Process process;

	private ServerProcess(Process process) {
		this.process = process;
		RUNNING.add(process);
		process.onExit().thenRun(() -> RUNNING.remove(process));
	}

	/**
	 * Start a program.
	 * @param command the program and its arguments
	 * @param log the file of its error stream
	 */
	static ServerProcess start(List<String> command, Path log) {
		return start(new ProcessBuilder(command), log);
	}

	static ServerProcess start(ProcessBuilder builder, Path log) {
		try {
			Files.createDirectories(log.toAbsolutePath().getParent());
			return new ServerProcess(builder.redirectError(log.toFile()).start());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Process process() {
		return this.process;
	}

	/** Stop the process with SIGSTOP, until {@link #resume()}. */
	void pause() {
		signal("STOP");
	}

	void resume() {
		signal("CONT");
	}

	private void signal(String name) {
		try {
			Process kill = new ProcessBuilder("kill", "-s", name, Long.toString(this.process.pid())).start();
			if (!kill.waitFor(10, TimeUnit.SECONDS) || kill.exitValue() != 0) {
				throw new IllegalStateException("Signal %s was not sent".formatted(name));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Kill the process, even if it is paused, and wait until it has ended. */
	@Override
	public void close() {
		this.process.destroyForcibly();
		try {
			if (!this.process.waitFor(10, TimeUnit.SECONDS)) {
				throw new IllegalStateException("Process %d does not end".formatted(this.process.pid()));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
