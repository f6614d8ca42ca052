package io.github.connectapi.fleet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import redis.clients.jedis.Jedis;

/**
 * Keys, file, slow log and commands of a Redis server.
 */
final class RedisTraces implements StoreTraces {

	private final Jedis jedis;

	private final Socket monitor;

	private final ByteArrayOutputStream commands = new ByteArrayOutputStream();

	RedisTraces(String address) {
		URI server = URI.create(address);
		this.jedis = new Jedis(server.getHost(), server.getPort());
		this.jedis.configSet("slowlog-log-slower-than", "0");
		this.jedis.configSet("slowlog-max-len", "10000");
		this.jedis.configSet("rdbcompression", "no");
		try {
			this.monitor = new Socket(server.getHost(), server.getPort());
			this.monitor.getOutputStream().write("MONITOR\r\n".getBytes(StandardCharsets.US_ASCII));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread reader = new Thread(this::read, "monitor");
		reader.setDaemon(true);
		reader.start();
		Waiting.until("MONITOR", Duration.ofSeconds(10), () -> this.commands.size() > 0);
	}

	private void read() {
		try {
			this.monitor.getInputStream().transferTo(this.commands);
		}
		catch (IOException ex) {
			// The socket was closed.
		}
	}

	@Override
	public Map<String, byte[]> collect() {
		ByteArrayOutputStream keys = new ByteArrayOutputStream();
		for (String key : this.jedis.keys("*")) {
			keys.writeBytes(key.getBytes(StandardCharsets.UTF_8));
			keys.writeBytes(this.jedis.dump(key));
		}
		ByteArrayOutputStream slow = new ByteArrayOutputStream();
		this.jedis.slowlogGet(10_000)
			.forEach((entry) -> slow.writeBytes(entry.getArgs().toString().getBytes(StandardCharsets.UTF_8)));
		return Map.of("keys", keys.toByteArray(), "file", file(), "slow log", slow.toByteArray(), "commands",
				this.commands.toByteArray());
	}

	private byte[] file() {
		Path file = Path.of(this.jedis.configGet("dir").get("dir"),
				this.jedis.configGet("dbfilename").get("dbfilename"));
		this.jedis.save();
		try {
			byte[] content = Files.readAllBytes(file);
			Files.delete(file);
			return content;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void plant(String text) {
		this.jedis.set("planted", text);
	}

	@Override
	public void close() {
		try {
			this.monitor.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.jedis.close();
	}

}
