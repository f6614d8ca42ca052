package io.github.connectapi.call;

import org.springframework.util.Assert;

import io.github.connectapi.Internal;

/**
 * Range of the number of concurrent asynchronous calls.
 */
@Internal
public final class ConcurrentCalls {

	private static final int MAX = 100_000;

	private ConcurrentCalls() {
	}

	/**
	 * Check a maximum number of concurrent calls.
	 * @param calls the number
	 * @return the number
	 * @throws IllegalArgumentException if it is not between 1 and 100,000
	 */
	public static int requireValid(int calls) {
		Assert.isTrue(calls > 0 && calls <= MAX, "The maximum number of concurrent calls must be between 1 and 100000");
		return calls;
	}

}
