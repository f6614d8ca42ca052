package io.github.connectapi.client;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.github.connectapi.Secret;

/**
 * The JSON of all other operations: whatever object the caller has for a request and
 * wants for a result.
 */
final class OperationCodec {

	private final int longestBody;

	private final JsonMapper mapper;

	OperationCodec(int longestBody) {
		this.longestBody = longestBody;
		this.mapper = OperationMapper.create(longestBody);
	}

	/**
	 * The envelope of a request.
	 * @throws IllegalArgumentException if its body cannot be written as a JSON object
	 */
	byte[] encode(ConnectRequest request, String coordinationId, Secret token) {
		ObjectNode envelope = this.mapper.createObjectNode();
		envelope.putObject("RequestHeader").put("Token", token.reveal()).put("CoordinationId", coordinationId);
		Object body = request.body();
		if (body != null) {
			envelope.set(request.operation().requestKey().orElseThrow(), tree(request.operation(), body));
		}
		try {
			return this.mapper.writeValueAsBytes(envelope);
		}
		catch (JacksonException ex) {
			// What is in a JsonNode is written only now. Its message may quote that.
			throw unwritable(request.operation(), body);
		}
	}

	private ObjectNode tree(ConnectOperation operation, Object body) {
		try {
			JsonNode tree = this.mapper.valueToTree(body);
			if (tree instanceof ObjectNode object) {
				return object;
			}
		}
		catch (JacksonException ex) {
			// Answered like an array or a text. Its message may quote what is in the
			// body.
		}
		throw unwritable(operation, body);
	}

	private static IllegalArgumentException unwritable(ConnectOperation operation, @Nullable Object body) {
		String type = (body != null) ? body.getClass().getName() : "nothing";
		return new IllegalArgumentException("The request of " + operation
				+ " must be a map, a JsonNode, or a record or bean that Jackson can write as a JSON object, which "
				+ type + " is not");
	}

	<T> Envelope<T> decode(ConnectOperation operation, byte[] body, Class<T> type) throws MalformedAnswerException {
		if (body.length > this.longestBody) {
			throw new UnfitResultException("it is longer than " + this.longestBody + " bytes");
		}
		try (JsonParser json = this.mapper.createParser(body)) {
			return new ResponseReader<>(this.mapper, operation, type).read(json);
		}
		catch (JacksonException ex) {
			// Not as the cause: its message quotes the body.
			throw new MalformedAnswerException("an answer that is not JSON as expected, or too deep");
		}
	}

}
