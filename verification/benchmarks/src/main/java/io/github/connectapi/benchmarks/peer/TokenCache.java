package io.github.connectapi.benchmarks.peer;

import io.github.connectapi.ConnectSession;

/**
 * A cache of the token that a server issues.
 */
public interface TokenCache extends AutoCloseable {

	/**
	 * Read the cache. An application does this before each request. Exceptions of the
	 * cache are thrown unchanged.
	 * @return the value in the form in which the cache returns it
	 */
	Object get();

	/**
	 * Return the text of the token in a value.
	 * @param value the value that {@link #get()} returned
	 * @return the text of the token
	 */
	default String token(Object value) {
		return ((ConnectSession) value).token().reveal();
	}

	@Override
	default void close() {
	}

}
