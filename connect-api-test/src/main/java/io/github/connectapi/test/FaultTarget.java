package io.github.connectapi.test;

import io.github.connectapi.test.server.FakeResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Strategy interface for what a {@link Fault} replaces or changes: the response to one
 * request for an operation or a file.
 */
interface FaultTarget {

	/**
	 * Perform the operation or get the file. Each call performs it once more.
	 * @return the normal response
	 */
	FakeResponse perform();

	/**
	 * Check the token as {@link #perform()} does, but return another result.
	 * @param result the result
	 * @return the response
	 */
	FakeResponse result(JsonNode result);

	/**
	 * Return an error envelope.
	 * @param code the code of the error
	 * @param message the message, or {@code null}
	 * @return the response
	 */
	FakeResponse error(String code, @Nullable String message);

	/**
	 * Return the base URL of the port that received the request.
	 * @return the base URL
	 */
	String baseUrl();

	/**
	 * Return the path of the request.
	 * @return the path, without the query
	 */
	String path();

	/**
	 * Return the base URL of plain http.
	 * @return the base URL
	 */
	String httpBaseUrl();

}
