package io.github.connectapi.benchmarks.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * A process of the installed {@code redis-server}, on a free port of the loopback
 * address.
 */
public final class RedisProcess implements AutoCloseable {

	private final int port;

	private final Process process;

	private final LettuceConnectionFactory connections;

	/**
	 * Start a server without data, and wait until it responds.
	 */
	public RedisProcess() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			this.port = socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.process = start("redis-server", "--port", String.valueOf(this.port), "--bind", "127.0.0.1", "--save", "");
		this.connections = connect(this.port);
		awaitResponse();
	}

	private static Process start(String... command) {
		try {
			return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.redirectError(ProcessBuilder.Redirect.INHERIT)
				.start();
		}
		catch (IOException ex) {
			throw new IllegalStateException("The benchmarks of shared sessions need redis-server", ex);
		}
	}

	/**
	 * Connect to a server.
	 * @param port the port of the server
	 * @return the started factory of the connections
	 */
	public static LettuceConnectionFactory connect(int port) {
		LettuceConnectionFactory connections = new LettuceConnectionFactory("127.0.0.1", port);
		connections.afterPropertiesSet();
		connections.start();
		return connections;
	}

	private void awaitResponse() {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
		while (true) {
			try (RedisConnection connection = this.connections.getConnection()) {
				connection.ping();
				return;
			}
			catch (RuntimeException ex) {
				if (System.nanoTime() - end > 0) {
					close();
					throw ex;
				}
				sleep();
			}
		}
	}

	private static void sleep() {
		try {
			TimeUnit.MILLISECONDS.sleep(50);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Return the port of the server.
	 * @return the port
	 */
	public int port() {
		return this.port;
	}

	/**
	 * Remove all keys.
	 */
	public void clear() {
		try (RedisConnection connection = this.connections.getConnection()) {
			connection.serverCommands().flushAll();
		}
	}

	/**
	 * Count the scripts from 0 again.
	 */
	public void resetStatistics() {
		try (RedisConnection connection = this.connections.getConnection()) {
			connection.serverCommands().resetConfigStats();
		}
	}

	/**
	 * Return how many scripts were executed, and how long they took on average.
	 * @return the statistics since the last reset
	 */
	public Scripts scripts() {
		try (RedisConnection connection = this.connections.getConnection()) {
			Properties all = Objects.requireNonNull(connection.serverCommands().info("commandstats"));
			String[] values = all.getProperty("cmdstat_evalsha", "calls=0,usec=0").split("[=,]", -1);
			return new Scripts(Long.parseLong(values[1]), Long.parseLong(values[3]));
		}
	}

	/**
	 * Stop the process without ending it, so that connections and requests hang.
	 */
	public void hang() {
		try {
			start("kill", "-STOP", String.valueOf(this.process.pid())).waitFor();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
		this.process.onExit().join();
		this.connections.destroy();
	}

	/**
	 * Statistics of the executed scripts.
	 *
	 * @param calls the number of scripts
	 * @param micros how long all of them took in the server, in microseconds
	 */
	public record Scripts(long calls, long micros) {

		/**
		 * Return the average duration.
		 * @return the duration in milliseconds
		 */
		public double millisEach() {
			return (double) this.micros / this.calls / 1000;
		}

	}

}
