package io.github.connectapi.benchmarks.peer;

import io.github.connectapi.ConnectSession;

/**
 * A cache of the token that a server grants, as an application reads it.
 */
public interface TokenCache extends AutoCloseable {

	/**
	 * What a caller does before each request. Throws whatever the cache throws.
	 * @return what the cache hands out
	 */
	Object get();

	/**
	 * The text of the token in what was handed out.
	 * @param held what {@link #get()} answered
	 * @return the text that the server made
	 */
	default String text(Object held) {
		return ((ConnectSession) held).token().reveal();
	}

	@Override
	default void close() {
	}

}
