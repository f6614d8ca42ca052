package io.github.connectapi.fleet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A {@link FleetApplication} in a JVM of its own. Commands are executed one after the
 * other.
 */
final class Instance implements AutoCloseable {

	private static final Duration TIMEOUT = Duration.ofSeconds(90);

	/** More JVMs that start at the same time would only wait for processors. */
	private static final Semaphore STARTING = new Semaphore(8, true);

	private final String name;

	private final ServerProcess process;

	private final Path log;

	private final BlockingQueue<String> responses = new LinkedBlockingQueue<>();

	private Instance(String name, ServerProcess process, Path log) {
		this.name = name;
		this.process = process;
		this.log = log;
		Thread reader = new Thread(this::readResponses, "instance-" + name);
		reader.setDaemon(true);
		reader.start();
	}

	/**
	 * Start an instance, without waiting for it.
	 * @param name the name of the instance in messages
	 * @param classPath the arguments of {@code java} that name its classes
	 * @param options its options
	 * @param log the file of its log
	 */
	static Instance start(String name, List<String> classPath, InstanceOptions options, Path log) {
		List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(),
				"-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m"));
		command.addAll(classPath);
		command.addAll(options.arguments());
		command.add(FleetApplication.class.getName());
		STARTING.acquireUninterruptibly();
		return new Instance(name, ServerProcess.start(command, log), log);
	}

	private void readResponses() {
		try (BufferedReader reader = this.process.process().inputReader()) {
			String first = reader.readLine();
			STARTING.release();
			Stream.concat(Stream.ofNullable(first), reader.lines())
				.filter((line) -> line.startsWith(FleetApplication.RESPONSE))
				.map((line) -> line.substring(FleetApplication.RESPONSE.length()))
				.forEach(this.responses::add);
		}
		catch (IOException | UncheckedIOException ex) {
			// The process was killed.
			this.responses.add("failed " + ex);
		}
	}

	/** Wait until the application can execute commands. */
	Instance awaitStart() {
		awaitResponse("start");
		return this;
	}

	/** Send a command, without waiting for its response. */
	void send(String command) {
		try {
			this.process.process().outputWriter().append(command).append('\n').flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Return the next response. */
	String awaitResponse(String command) {
		try {
			String response = this.responses.poll(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
			if (response == null) {
				throw new AssertionError("No response of instance %s to '%s'%n%s".formatted(this.name, command, log()));
			}
			return response;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	String execute(String command) {
		send(command);
		return awaitResponse(command);
	}

	/** Return the hash of the token, or the failure. */
	String session() {
		return execute("session");
	}

	String call() {
		return execute("call");
	}

	void startCalls(Duration interval) {
		execute("start " + interval.toMillis());
	}

	CallCounts stopCalls() {
		return CallCounts.parse(execute("stop"));
	}

	String snapshot() {
		return execute("snapshot");
	}

	String events() {
		return execute("events");
	}

	void reset() {
		execute("reset");
	}

	void renew() {
		execute("renew");
	}

	/** Stop the JVM with SIGSTOP, until {@link #resume()}. */
	void pause() {
		this.process.pause();
	}

	void resume() {
		this.process.resume();
	}

	/** End the application, and wait for its JVM. */
	void exit(long timeout, TimeUnit unit) {
		try {
			this.process.process().outputWriter().close();
			this.process.process().waitFor(timeout, unit);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
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

	/** Kill the JVM. */
	@Override
	public void close() {
		this.process.close();
	}

	@Override
	public String toString() {
		return this.name;
	}

}
