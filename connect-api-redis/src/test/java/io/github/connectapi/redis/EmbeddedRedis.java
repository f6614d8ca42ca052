package io.github.connectapi.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import redis.embedded.RedisServer;

/**
 * A Redis server that a test starts, on a free port of the loopback address.
 */
public final class EmbeddedRedis implements AutoCloseable {

	private final int port;

	private final RedisServer server;

	/** Start a server. */
	public EmbeddedRedis(String... settings) {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			this.port = socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		try {
			var builder = RedisServer.newRedisServer().port(this.port).bind("127.0.0.1").setting("save \"\"");
			for (String setting : settings) {
				builder.setting(setting);
			}
			this.server = builder.build();
			this.server.start();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Return its port. */
	public int port() {
		return this.port;
	}

	@Override
	public void close() {
		try {
			this.server.stop();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
