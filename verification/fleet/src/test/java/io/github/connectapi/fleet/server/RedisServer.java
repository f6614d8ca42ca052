package io.github.connectapi.fleet.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * A Redis server that a test started.
 */
public final class RedisServer implements AutoCloseable {

	private final ServerDirectory directory = ServerDirectory.create();

	private final int port = ServerProcess.freePort();

	private final List<String> command;

	private ServerProcess process;

	private RedisServer(List<String> options) {
		this.command = new ArrayList<>(List.of(ServerPrograms.require("redis-server").toString()));
		this.command.addAll(options);
	}

	/**
	 * Start a server. If none is installed, skip the test.
	 * @param settings lines of its configuration
	 * @return the server
	 */
	public static RedisServer start(String... settings) {
		RedisServer server = new RedisServer(options(settings));
		server.restart();
		return server;
	}

	/** Start a sentinel, which needs a file that it can write. */
	static RedisServer startSentinel(String... settings) {
		RedisServer server = new RedisServer(List.of());
		Path file = server.directory.file("sentinel.conf");
		try {
			Files.writeString(file, String.join("\n", settings) + "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		server.command.addAll(List.of(file.toString(), "--sentinel"));
		server.restart();
		return server;
	}

	private static List<String> options(String... settings) {
		List<String> options = new ArrayList<>(List.of("--save", "", "--appendonly", "no"));
		for (String setting : settings) {
			List<String> words = List.of(setting.split(" "));
			options.add("--" + words.get(0));
			options.addAll(words.subList(1, words.size()));
		}
		return options;
	}

	/** Start the server again on its port, with what it has saved. */
	public void restart() {
		List<String> all = new ArrayList<>(this.command);
		all.addAll(List.of("--port", Integer.toString(this.port), "--bind", "127.0.0.1", "--dir",
				this.directory.path().toString()));
		this.process = ServerProcess.start(this.directory.file("log"), all);
		this.process.awaitReady(() -> execute(this::ping));
	}

	private Object ping(Jedis jedis) {
		try {
			return jedis.ping();
		}
		catch (JedisDataException ex) {
			// A server that requires a password is ready, one that loads its data is not.
			if (ex.getMessage().startsWith("LOADING")) {
				throw ex;
			}
			return ex;
		}
	}

	/** Execute commands on a connection of their own. */
	public <T> T execute(Function<Jedis, T> commands) {
		try (Jedis jedis = new Jedis(new HostAndPort("127.0.0.1", this.port),
				DefaultJedisClientConfig.builder().timeoutMillis(5000).build())) {
			return commands.apply(jedis);
		}
	}

	/** Return the fields of a section of INFO. */
	public Map<String, String> info(String section) {
		return Stream.of(execute((jedis) -> jedis.info(section)).split("\r\n"))
			.filter((line) -> line.contains(":"))
			.map((line) -> line.split(":", 2))
			.collect(Collectors.toMap((field) -> field[0], (field) -> field[1]));
	}

	/** Return the port on 127.0.0.1. */
	public int port() {
		return this.port;
	}

	/** Return a file in the directory of the server. */
	public Path file(String name) {
		return this.directory.file(name);
	}

	/** Return what the server logged. */
	public String log() {
		return this.process.log();
	}

	/** Let the server hang. */
	public void suspend() {
		this.process.suspend();
	}

	/** Let the server continue. */
	public void resume() {
		this.process.resume();
	}

	/** Kill the server; it can be started again. */
	public void kill() {
		this.process.close();
	}

	@Override
	public void close() {
		this.process.close();
		this.directory.close();
	}

}
