package io.github.connectapi.benchmarks;

/**
 * A client that is compared with others.
 */
interface ExchangeClient extends AutoCloseable {

	/** Create a session. */
	Object createSession();

	/** Search for 25 images with a session. */
	Object search();

	@Override
	void close();

}
