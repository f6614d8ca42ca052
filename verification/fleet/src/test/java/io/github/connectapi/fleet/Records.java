package io.github.connectapi.fleet;

import java.util.List;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;

/**
 * The keys of a fleet in Redis, as another program would read and write them.
 */
final class Records implements AutoCloseable {

	private final RedisClient client;

	private final StatefulRedisConnection<String, byte[]> connection;

	Records(String address) {
		this.client = RedisClient.create(RedisURI.create(address));
		this.connection = this.client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
	}

	RedisCommands<String, byte[]> commands() {
		return this.connection.sync();
	}

	/** Return the keys of the records. KEYS has other types in Lettuce 7 than in 6. */
	List<String> sessionKeys() {
		return commands().scan(ScanArgs.Builder.matches("getty-connect:*:session").limit(10_000)).getKeys();
	}

	/** Return the key of the only record. */
	String sessionKey() {
		List<String> keys = sessionKeys();
		if (keys.size() != 1) {
			throw new IllegalStateException("Not one record: " + keys);
		}
		return keys.get(0);
	}

	String claimKey() {
		return sessionKey().replace(":session", ":claim");
	}

	/** Return how many bytes the server has sent. */
	long bytesSent() {
		String stats = commands().info("stats");
		return stats.lines()
			.filter((line) -> line.startsWith("total_net_output_bytes:"))
			.mapToLong((line) -> Long.parseLong(line.substring(line.indexOf(':') + 1).trim()))
			.findFirst()
			.orElseThrow();
	}

	@Override
	public void close() {
		this.client.shutdown(0, 1, java.util.concurrent.TimeUnit.SECONDS);
	}

}
