package io.github.connectapi.test;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One operation of the API: where it is, what its body and its result are called, and
 * what it does.
 *
 * @param name the name of the operation
 * @param path the path it is posted to
 * @param requestKey the name of its request body in the envelope, or null for none
 * @param resultKey the name of its result in the envelope, or null for none
 * @param needsHttps whether it is documented for https only
 * @param behaviour what it does
 */
record Operation(String name, String path, @Nullable String requestKey, @Nullable String resultKey, boolean needsHttps,
		Behaviour behaviour) {

	/** With a result that is called by the rule. */
	Operation(String name, String path, String requestKey, boolean needsHttps, Behaviour behaviour) {
		this(name, path, requestKey, name + "Result", needsHttps, behaviour);
	}

	/** Answers the result of the operation or refuses. */
	@FunctionalInterface
	interface Behaviour {

		ObjectNode perform(Call call) throws OperationErrorException;

	}

}
