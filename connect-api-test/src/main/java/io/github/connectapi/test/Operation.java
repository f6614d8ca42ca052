package io.github.connectapi.test;

import tools.jackson.databind.node.ObjectNode;

/**
 * One operation of the API: where it is, what its body and its result are called, and
 * what it does.
 *
 * @param name the name of the operation
 * @param path the path it is posted to
 * @param requestKey the name of its request body in the envelope
 * @param needsHttps whether it is documented for https only
 * @param behaviour what it does
 */
record Operation(String name, String path, String requestKey, boolean needsHttps, Behaviour behaviour) {

	String resultKey() {
		return this.name + "Result";
	}

	/** Answers the result of the operation or refuses. */
	@FunctionalInterface
	interface Behaviour {

		ObjectNode perform(Call call) throws Refused;

	}

}
