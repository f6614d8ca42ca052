package io.github.connectapi.test.rest;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.operation.Json;
import io.github.connectapi.test.server.FakeResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Creates responses of REST operations.
 */
@Internal
public final class RestResponses {

	private RestResponses() {
	}

	/**
	 * Return a JSON response.
	 * @param status the HTTP status
	 * @param body the body
	 * @return the response
	 */
	public static FakeResponse json(int status, JsonNode body) {
		return FakeResponse.empty(status).body("application/json; charset=utf-8", Json.MAPPER.writeValueAsBytes(body));
	}

	/**
	 * Return an error of the API.
	 * @param status the HTTP status
	 * @param code the code
	 * @param message the message, or {@code null}
	 * @return the response
	 */
	public static FakeResponse error(int status, String code, @Nullable String message) {
		return json(status, Json.object().put("ErrorCode", code).put("ErrorMessage", message));
	}

	/** Return an error of the gateway. */
	static FakeResponse message(int status, String message) {
		return json(status, Json.object().put("message", message));
	}

}
