package io.github.connectapi.integration.proxy;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * A process of {@code tinyproxy} on the loopback address.
 */
final class TinyProxy implements AutoCloseable {

	private static final int ATTEMPTS = 5;

	private final Path configuration;

	private final String program;

	private final String settings;

	private int port;

	private @Nullable Process process;

	private TinyProxy(Path directory, String program, String settings) {
		this.configuration = directory.resolve("tinyproxy.conf");
		this.program = program;
		this.settings = settings;
	}

	/** Start a proxy. The test is skipped if there is none on the PATH. */
	static TinyProxy start(Path directory, String... settings) throws IOException, InterruptedException {
		Optional<File> program = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
			.map((folder) -> new File(folder, "tinyproxy"))
			.filter(File::canExecute)
			.findFirst();
		assumeThat(program).as("tinyproxy is on the PATH").isPresent();
		TinyProxy proxy = new TinyProxy(directory, program.orElseThrow().toString(), String.join("\n", settings));
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			proxy.port = freePort();
			if (proxy.startOnce()) {
				return proxy;
			}
		}
		return fail("tinyproxy did not start");
	}

	InetSocketAddress address() {
		return new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port);
	}

	/** Start the process again, on the same port. */
	void restart() throws IOException, InterruptedException {
		assertThat(startOnce()).as("tinyproxy is running").isTrue();
	}

	/** Suspend the process, whose port still accepts connections. */
	void suspend() throws IOException, InterruptedException {
		signal("STOP");
	}

	void resume() throws IOException, InterruptedException {
		signal("CONT");
	}

	@Override
	public void close() {
		end();
	}

	/** End the process at once, with all its connections. */
	void end() {
		Process running = this.process;
		if (running != null) {
			running.destroyForcibly().onExit().join();
		}
	}

	private boolean startOnce() throws IOException, InterruptedException {
		Files.writeString(this.configuration, """
				Listen 127.0.0.1
				Port %d
				Timeout 60
				MaxClients 20
				Allow 127.0.0.1
				%s
				""".formatted(this.port, this.settings));
		Process started = new ProcessBuilder(this.program, "-d", "-c", this.configuration.toString())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		this.process = started;
		while (started.isAlive()) {
			try (Socket socket = new Socket()) {
				socket.connect(address());
				return true;
			}
			catch (IOException ex) {
				TimeUnit.MILLISECONDS.sleep(10);
			}
		}
		return false;
	}

	private void signal(String name) throws IOException, InterruptedException {
		Process running = this.process;
		assertThat(running).isNotNull();
		assertThat(new ProcessBuilder("sh", "-c", "kill -%s %d".formatted(name, running.pid())).start().waitFor())
			.isZero();
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

}
