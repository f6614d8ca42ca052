package io.github.connectapi.observation;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.connectapi.Internal;

/**
 * Limits the number of different codes among the values of a key, because the server may
 * send any undocumented code. The first hundred different codes are returned, and
 * {@code other} instead of any further one. Thread-safe.
 */
@Internal
public final class CodeCardinalityLimiter {

	static final int MAX_CODES = 100;

	private static final int MAX_LENGTH = 64;

	private final Set<String> seen = ConcurrentHashMap.newKeySet();

	/**
	 * Create a limiter that has seen no code.
	 */
	public CodeCardinalityLimiter() {
	}

	/**
	 * Return the code, truncated to 64 characters, if it is among the first hundred.
	 * @param code the code of a failure
	 * @return the code, or {@code other}
	 */
	public String limit(String code) {
		String truncated = (code.length() > MAX_LENGTH) ? code.substring(0, MAX_LENGTH) : code;
		boolean known = this.seen.contains(truncated) || (this.seen.size() < MAX_CODES && this.seen.add(truncated));
		return known ? truncated : "other";
	}

}
