package io.github.connectapi.samples.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import redis.embedded.RedisServer;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * A Redis server on a free port of the loopback address. It saves nothing, so that it is
 * empty after a restart.
 */
final class RestartableRedis implements AutoCloseable {

	private final int port;

	private final RedisServer server;

	private boolean closed;

	RestartableRedis() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			this.port = socket.getLocalPort();
			this.server = RedisServer.newRedisServer().port(this.port).bind("127.0.0.1").setting("save \"\"").build();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		start();
	}

	String url() {
		return "redis://127.0.0.1:" + this.port;
	}

	LettuceConnectionFactory connect() {
		LettuceConnectionFactory connections = new LettuceConnectionFactory("127.0.0.1", this.port);
		connections.afterPropertiesSet();
		connections.start();
		return connections;
	}

	synchronized void start() {
		if (this.closed) {
			throw new IllegalStateException("Redis is not started any more");
		}
		try {
			this.server.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	synchronized void stop() {
		try {
			this.server.stop();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		stop();
	}

}
