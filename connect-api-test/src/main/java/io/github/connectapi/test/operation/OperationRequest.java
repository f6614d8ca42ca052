package io.github.connectapi.test.operation;

import io.github.connectapi.test.Internal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request for an operation. A class and not a record, because a generated
 * {@code toString()} would show its secrets.
 */
@Internal
public final class OperationRequest {

	private final Operation operation;

	private final @Nullable ObjectNode json;

	private final String baseUrl;

	/**
	 * Create a request.
	 * @param operation the operation
	 * @param json the body, or {@code null} if it is not a JSON object
	 * @param baseUrl the base URL of the port that received the request
	 */
	public OperationRequest(Operation operation, @Nullable ObjectNode json, String baseUrl) {
		this.operation = operation;
		this.json = json;
		this.baseUrl = baseUrl;
	}

	public Operation operation() {
		return this.operation;
	}

	boolean hasJsonBody() {
		return this.json != null;
	}

	boolean isHttps() {
		return this.baseUrl.startsWith("https:");
	}

	/**
	 * Return the base URL under which the client reached the server.
	 * @return the base URL
	 */
	public String baseUrl() {
		return this.baseUrl;
	}

	/**
	 * Return the token.
	 * @return the token, or {@code null} if it is absent, null or blank
	 */
	public @Nullable String token() {
		String token = Json.text(header(), "Token");
		return (token == null || token.isBlank()) ? null : token;
	}

	/**
	 * Return the coordination id, which the response repeats.
	 * @return the coordination id as it was sent, or {@code null} if there was none
	 */
	@Nullable JsonNode coordinationId() {
		return header().get("CoordinationId");
	}

	ObjectNode arguments() throws OperationErrorException {
		String key = this.operation.requestKey();
		if (this.json != null && key != null && this.json.get(key) instanceof ObjectNode arguments) {
			return arguments;
		}
		throw OperationErrorException.invalidRequest("The request has no %s.".formatted(key));
	}

	String requiredArgument(String name) throws OperationErrorException {
		String value = Json.text(arguments(), name);
		if (value == null) {
			throw OperationErrorException.invalidRequest("%s is required.".formatted(name));
		}
		return value;
	}

	private JsonNode header() {
		return (this.json != null) ? this.json.path("RequestHeader") : Json.MAPPER.missingNode();
	}

}
