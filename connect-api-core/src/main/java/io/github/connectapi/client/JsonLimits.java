package io.github.connectapi.client;

/**
 * Limits for the JSON of a response. Names are limited to 1024 characters and numbers to
 * 64 digits in all cases.
 *
 * @param maxBodyLength maximum length of a body, in bytes
 * @param maxStringLength maximum length of a string, in characters
 * @param maxNestingDepth maximum nesting depth
 * @param maxStatuses maximum number of status entries that are kept
 * @param unusedFieldsLimited whether the limits also apply to values that are not used
 * @param violationTransient whether exceeding a limit is a transient failure
 */
record JsonLimits(int maxBodyLength, int maxStringLength, int maxNestingDepth, int maxStatuses,
		boolean unusedFieldsLimited, boolean violationTransient) {

	private static final int MAX_STATUSES = 100;

	/** Return the limits for session operations. */
	static JsonLimits forSessionOperations() {
		return new JsonLimits(64 * 1024, 16 * 1024, 32, MAX_STATUSES, true, true);
	}

	/** Return the limits for all other operations. */
	static JsonLimits forOperations(int maxBodyLength) {
		return new JsonLimits(maxBodyLength, maxBodyLength, 64, MAX_STATUSES, false, false);
	}

}
