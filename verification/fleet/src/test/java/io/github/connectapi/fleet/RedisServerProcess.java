package io.github.connectapi.fleet;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import redis.embedded.core.ExecutableProvider;

/**
 * A Redis server that a row starts for itself, on a free port of the loopback address.
 */
final class RedisServerProcess implements StoreServer {

	private static final Path LOGS = Path.of("target", "fleet-logs");

	private final String program;

	private final List<String> settings;

	private final int port = FreePorts.next();

	private ServerProcess process;

	RedisServerProcess(String program, String... settings) {
		this.program = program;
		this.settings = List.of(settings);
		startEmpty();
	}

	/** Return the program in the jar of embedded Redis. */
	static synchronized String embedded() {
		try {
			File file = new File("target/embedded-redis");
			return (file.exists() ? file : unpack(file)).getAbsolutePath();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static File unpack(File target) throws IOException {
		File unpacked = ExecutableProvider.newJarResourceProvider().get();
		Files.copy(unpacked.toPath(), target.toPath());
		target.setExecutable(true);
		return target;
	}

	@Override
	public String address() {
		return "redis://127.0.0.1:" + this.port;
	}

	int port() {
		return this.port;
	}

	@Override
	public void startEmpty() {
		List<String> command = new ArrayList<>(List.of(this.program, "--bind", "127.0.0.1", "--port",
				Integer.toString(this.port), "--save", "", "--appendonly", "no"));
		command.addAll(this.settings);
		ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
		this.process = ServerProcess.start(builder, LOGS.resolve("redis-%d.log".formatted(this.port)));
		Waiting.until("Redis listens", Duration.ofSeconds(10), this::isListening);
	}

	private boolean isListening() {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress("127.0.0.1", this.port), 1000);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	@Override
	public boolean hasRecord() {
		try (Records records = new Records(address())) {
			return !records.sessionKeys().isEmpty();
		}
	}

	@Override
	public void pause() {
		this.process.pause();
	}

	@Override
	public void resume() {
		this.process.resume();
	}

	@Override
	public void stop() {
		this.process.close();
	}

	@Override
	public void close() {
		this.process.close();
	}

}
