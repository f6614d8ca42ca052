package io.github.connectapi.fleet.server;

import java.util.List;
import java.util.stream.IntStream;

import redis.clients.jedis.Jedis;

/**
 * A Redis Cluster of three primaries that a test started.
 */
public final class RedisCluster implements AutoCloseable {

	private static final int SLOTS = 16384;

	private final List<RedisServer> nodes;

	private RedisCluster(List<RedisServer> nodes) {
		this.nodes = nodes;
	}

	/** Start a cluster. If no server is installed, skip the test. */
	public static RedisCluster start() {
		List<RedisServer> nodes = IntStream.range(0, 3)
			.mapToObj((number) -> RedisServer.start("cluster-enabled yes", "cluster-node-timeout 15000"))
			.toList();
		RedisCluster cluster = new RedisCluster(nodes);
		cluster.join();
		return cluster;
	}

	private void join() {
		for (int i = 0; i < this.nodes.size(); i++) {
			int from = SLOTS * i / this.nodes.size();
			int to = SLOTS * (i + 1) / this.nodes.size() - 1;
			this.nodes.get(i).execute((jedis) -> jedis.clusterAddSlots(IntStream.rangeClosed(from, to).toArray()));
			int port = this.nodes.get(i).port();
			this.nodes.get(0).execute((jedis) -> jedis.clusterMeet("127.0.0.1", port));
		}
		ServerProcess.await(() -> this.nodes.stream().allMatch(RedisCluster::isReady));
	}

	private static boolean isReady(RedisServer node) {
		String info = node.execute(Jedis::clusterInfo);
		return info.contains("cluster_state:ok") && info.contains("cluster_known_nodes:3");
	}

	/** Return the addresses of the nodes. */
	public List<String> addresses() {
		return this.nodes.stream().map((node) -> "127.0.0.1:" + node.port()).toList();
	}

	/** Return the nodes. */
	public List<RedisServer> nodes() {
		return this.nodes;
	}

	@Override
	public void close() {
		this.nodes.forEach(RedisServer::close);
	}

}
