package io.github.connectapi.samples.fleet;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process of the unchanged application, which writes to a log file.
 */
final class Instance {

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	private static final Duration START_TIMEOUT = Duration.ofMinutes(3);

	private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

	private final int number;

	private final Path log;

	private final Process process;

	private Instance(int number, Path log, Process process) {
		this.number = number;
		this.log = log;
		this.process = process;
	}

	/**
	 * Start a process.
	 * @param number the number of the instance
	 * @param mainClass the class with the main method
	 * @param environment environment variables that are added to those of this process
	 * @param log the file for all that the process prints
	 */
	static Instance start(int number, String mainClass, Map<String, String> environment, Path log) {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		ProcessBuilder builder = new ProcessBuilder(
				List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m", mainClass));
		builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
		builder.environment().putAll(environment);
		File file = log.toFile();
		builder.redirectErrorStream(true).redirectOutput(file).redirectInput(ProcessBuilder.Redirect.PIPE);
		try {
			Files.createDirectories(log.toAbsolutePath().getParent());
			return new Instance(number, log, builder.start());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	int number() {
		return this.number;
	}

	long pid() {
		return this.process.pid();
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	/** Return whether the log contains a text. */
	boolean hasLogged(String text) {
		return logText().contains(text);
	}

	private String logText() {
		try {
			return Files.readString(this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void awaitStart() throws InterruptedException {
		Await.until("The application starts; its log is %s".formatted(this.log), START_TIMEOUT, () -> {
			if (!isAlive()) {
				throw new IllegalStateException(
						"Instance %d ended when it started; its log is %s".formatted(this.number, this.log));
			}
			return hasLogged("Started FleetApplication");
		});
	}

	/** Return the port of the web server, once the application has started. */
	int port() {
		Matcher matcher = PORT.matcher(logText());
		if (!matcher.find()) {
			throw new IllegalStateException("No port in %s".formatted(this.log));
		}
		return Integer.parseInt(matcher.group(1));
	}

	/** End the process as a deployment does. */
	void stop() throws InterruptedException {
		this.process.destroy();
		if (!this.process.waitFor(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
			throw new IllegalStateException(
					"Instance %d did not end within %d s".formatted(this.number, STOP_TIMEOUT.toSeconds()));
		}
	}

	/** End the process at once. */
	void kill() {
		this.process.destroyForcibly().onExit().join();
	}

}
