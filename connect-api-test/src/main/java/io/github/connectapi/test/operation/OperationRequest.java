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

	private final @Nullable IssuedTokens session;

	/**
	 * Create a request whose token has not been checked.
	 * @param operation the operation
	 * @param json the body, or {@code null} if it is not a JSON object
	 * @param baseUrl the base URL of the port that received the request
	 */
	public OperationRequest(Operation operation, @Nullable ObjectNode json, String baseUrl) {
		this(operation, json, baseUrl, null);
	}

	private OperationRequest(Operation operation, @Nullable ObjectNode json, String baseUrl,
			@Nullable IssuedTokens session) {
		this.operation = operation;
		this.json = json;
		this.baseUrl = baseUrl;
		this.session = session;
	}

	OperationRequest withSession(IssuedTokens session) {
		return new OperationRequest(this.operation, this.json, this.baseUrl, session);
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
	 * Return the tokens that the request was accepted with.
	 * @return the tokens
	 * @throws IllegalStateException if the operation has no checked access
	 */
	public IssuedTokens session() {
		if (this.session == null) {
			throw new IllegalStateException("The operation %s does not check the token".formatted(operation().name()));
		}
		return this.session;
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

	/**
	 * Return the detail level of the request header.
	 * @return the detail level, or an empty string if there is none
	 */
	public String detail() {
		String detail = Json.text(header(), "Detail");
		return (detail != null) ? detail : "";
	}

	/**
	 * Return the arguments.
	 * @return the object under the request key
	 * @throws OperationErrorException if the request has no such object
	 */
	public RequestArguments arguments() throws OperationErrorException {
		String key = this.operation.requestKey();
		if (this.json != null && key != null && this.json.get(key) instanceof ObjectNode arguments) {
			return new RequestArguments(arguments);
		}
		throw OperationErrorException.invalidRequest("The request has no %s.".formatted(key));
	}

	private JsonNode header() {
		return (this.json != null) ? this.json.path("RequestHeader") : Json.MAPPER.missingNode();
	}

}
