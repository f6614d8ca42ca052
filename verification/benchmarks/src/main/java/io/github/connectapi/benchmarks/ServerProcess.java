package io.github.connectapi.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A {@link StandaloneServer} in another process.
 *
 * @param process the process, which exits when its standard input is closed
 * @param baseUrl the URL of the server
 */
record ServerProcess(Process process, String baseUrl) implements AutoCloseable {

	/** Start a server for http that keeps connections. */
	static ServerProcess start(Duration delay) {
		return start(delay, false, null);
	}

	/** Start a server for https that keeps connections. */
	static ServerProcess startSecure(ServerCertificate certificate) {
		return start(Duration.ZERO, false, certificate);
	}

	/** Start a server for https that closes each connection after its response. */
	static ServerProcess startClosing(ServerCertificate certificate) {
		return start(Duration.ZERO, true, certificate);
	}

	private static ServerProcess start(Duration delay, boolean closing, @Nullable ServerCertificate certificate) {
		List<String> command = command(StandaloneServer.class, String.valueOf(delay.toMillis()),
				String.valueOf(closing));
		if (certificate != null) {
			command.add(certificate.keyStore().toString());
		}
		try {
			Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
			BufferedReader output = process.inputReader();
			String port = Objects.requireNonNull(output.readLine(), "The server did not start");
			return new ServerProcess(process, (certificate != null ? "https" : "http") + "://127.0.0.1:" + port);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Return the command that runs a class of the benchmarks in another JVM. */
	static List<String> command(Class<?> main, String... arguments) {
		List<String> command = new ArrayList<>(
				List.of(program("java"), "-Xmx1g", "-cp", System.getProperty("java.class.path"), main.getName()));
		command.addAll(List.of(arguments));
		return command;
	}

	/** Return a program of this JDK. */
	static String program(String name) {
		return Path.of(System.getProperty("java.home"), "bin", name).toString();
	}

	@Override
	public void close() throws IOException {
		this.process.getOutputStream().close();
		this.process.onExit().join();
	}

}
