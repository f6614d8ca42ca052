package io.github.connectapi.observation;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Codes as values of a key with few of them. The documented ones are not all there are,
 * and the server decides what it sends, so the first hundred are taken as they come.
 * Thread-safe.
 */
public final class CodeCardinalityLimiter {

	static final int MAX_CODES = 100;

	private static final int MAX_LENGTH = 64;

	private final Set<String> seen = ConcurrentHashMap.newKeySet();

	/**
	 * Begins with no code.
	 */
	public CodeCardinalityLimiter() {
	}

	/**
	 * The code if it is among the first hundred, cut after 64 characters.
	 * @param code the code of a failure
	 * @return the code, or {@code other}
	 */
	public String bounded(String code) {
		String cut = (code.length() > MAX_LENGTH) ? code.substring(0, MAX_LENGTH) : code;
		boolean known = this.seen.contains(cut) || (this.seen.size() < MAX_CODES && this.seen.add(cut));
		return known ? cut : "other";
	}

}
