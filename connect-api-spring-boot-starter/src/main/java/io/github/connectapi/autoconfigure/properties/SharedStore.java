package io.github.connectapi.autoconfigure.properties;

import io.github.connectapi.Internal;

/**
 * Stores of a shared session that a module configures.
 */
@Internal
public enum SharedStore {

	/** Redis, with {@code connect-api-redis}. */
	REDIS,

	/** A relational database, with {@code connect-api-jdbc}. */
	JDBC

}
