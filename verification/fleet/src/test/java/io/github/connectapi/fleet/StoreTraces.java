package io.github.connectapi.fleet;

import java.util.Map;

/**
 * What an operator of a store can see.
 */
interface StoreTraces extends AutoCloseable {

	static StoreTraces of(StoreServer server) {
		return (server instanceof DatabaseStore database) ? new DatabaseTraces(database)
				: new RedisTraces(server.address());
	}

	/** Return the traces by their names. */
	Map<String, byte[]> collect();

	/** Write a text to the store. */
	void plant(String text);

	@Override
	void close();

}
