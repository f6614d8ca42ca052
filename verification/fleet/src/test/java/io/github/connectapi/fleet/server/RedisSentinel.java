package io.github.connectapi.fleet.server;

/**
 * A Redis primary with a replica and a sentinel that a test started.
 */
public final class RedisSentinel implements AutoCloseable {

	/** The name of the primary. */
	public static final String NAME = "store";

	private final RedisServer primary;

	private final RedisServer replica;

	private final RedisServer sentinel;

	private RedisSentinel(RedisServer primary, RedisServer replica, RedisServer sentinel) {
		this.primary = primary;
		this.replica = replica;
		this.sentinel = sentinel;
	}

	/** Start the servers. If none is installed, skip the test. */
	public static RedisSentinel start() {
		RedisServer primary = RedisServer.start();
		RedisServer replica = RedisServer.start("replicaof 127.0.0.1 " + primary.port(), "repl-diskless-sync-delay 0");
		RedisServer sentinel = RedisServer.startSentinel(
				"sentinel monitor %s 127.0.0.1 %d 1".formatted(NAME, primary.port()),
				"sentinel down-after-milliseconds %s 2000".formatted(NAME),
				"sentinel failover-timeout %s 3000".formatted(NAME));
		RedisSentinel servers = new RedisSentinel(primary, replica, sentinel);
		ServerProcess.await(servers::isReady);
		return servers;
	}

	private boolean isReady() {
		return "up".equals(this.replica.info("replication").get("master_link_status"))
				&& !this.sentinel.execute((jedis) -> jedis.sentinelReplicas(NAME)).isEmpty();
	}

	/** Return the server that is the primary before a failover. */
	public RedisServer primary() {
		return this.primary;
	}

	/** Return the server that is the primary after a failover. */
	public RedisServer replica() {
		return this.replica;
	}

	/** Return the port of the sentinel. */
	public int port() {
		return this.sentinel.port();
	}

	/** Wait until the replica has become the primary. */
	public void awaitFailover() {
		ServerProcess.await(() -> "master".equals(this.replica.info("replication").get("role")));
	}

	@Override
	public void close() {
		this.sentinel.close();
		this.replica.close();
		this.primary.close();
	}

}
