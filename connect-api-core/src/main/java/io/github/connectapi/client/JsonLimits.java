package io.github.connectapi.client;

/**
 * Limits for the JSON of a response. A string may be as long as the body. Names are
 * limited to 1024 characters and numbers to 64 digits in all cases.
 *
 * @param maxBodyLength maximum length of a body, in bytes
 * @param maxNestingDepth maximum nesting depth
 * @param strict whether the limits also apply to values that are not used, and a response
 * that exceeds them is malformed, which is a transient failure
 */
record JsonLimits(int maxBodyLength, int maxNestingDepth, boolean strict) {

	/** Maximum number of status entries that are kept. */
	static final int MAX_STATUSES = 100;

	/** Return the limits for session operations. */
	static JsonLimits forSessionOperations() {
		return new JsonLimits(64 * 1024, 32, true);
	}

	/** Return the limits for all other operations. */
	static JsonLimits forOperations(int maxBodyLength) {
		return new JsonLimits(maxBodyLength, 64, false);
	}

}
