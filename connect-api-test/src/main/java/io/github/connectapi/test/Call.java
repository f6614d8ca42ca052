package io.github.connectapi.test;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One request for an operation, as the operation sees it. A class and not a record: a
 * generated toString would show the secrets in it.
 */
final class Call {

	private final Operation operation;

	private final @Nullable ObjectNode json;

	private final String baseUrl;

	Call(Operation operation, @Nullable ObjectNode json, String baseUrl) {
		this.operation = operation;
		this.json = json;
		this.baseUrl = baseUrl;
	}

	Operation operation() {
		return this.operation;
	}

	boolean readable() {
		return this.json != null;
	}

	boolean https() {
		return this.baseUrl.startsWith("https:");
	}

	/** The address under which the client reached the server. */
	String baseUrl() {
		return this.baseUrl;
	}

	/** The token, or nothing when it is absent, null or blank. */
	@Nullable String token() {
		String token = Json.text(header(), "Token");
		return (token == null || token.isBlank()) ? null : token;
	}

	/** What the request carried, to be echoed; nothing when it carried nothing. */
	@Nullable JsonNode coordinationId() {
		return header().get("CoordinationId");
	}

	/** The arguments of the operation. */
	ObjectNode arguments() throws OperationErrorException {
		String key = this.operation.requestKey();
		if (this.json != null && key != null && this.json.get(key) instanceof ObjectNode arguments) {
			return arguments;
		}
		throw OperationErrorException.invalidRequest("The request has no " + key + ".");
	}

	String required(String name) throws OperationErrorException {
		String value = Json.text(arguments(), name);
		if (value == null) {
			throw OperationErrorException.invalidRequest(name + " is required.");
		}
		return value;
	}

	private JsonNode header() {
		return (this.json != null) ? this.json.path("RequestHeader") : Json.MAPPER.missingNode();
	}

}
