package io.github.connectapi.benchmarks;

import java.time.Duration;

/**
 * A client that is compared with others.
 */
interface ExchangeClient extends AutoCloseable {

	/** Long enough for thousands of connections at once on a busy machine. */
	Duration TIMEOUT = Duration.ofMinutes(1);

	/** Create a session. */
	Object createSession();

	/** Search for 25 images with a session. */
	Object search();

	/** Search for 25 images with all documented fields. */
	Object typedSearch();

	@Override
	void close();

}
