package io.github.connectapi.client;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

import io.github.connectapi.Secret;
import io.github.connectapi.operation.ConnectOperation;
import io.github.connectapi.operation.ConnectRequest;

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
	 * The body of a request as JSON; null if it has none.
	 * @throws IllegalArgumentException if it cannot be written as a JSON object
	 */
	@Nullable String write(ConnectRequest request) {
		Object body = request.body();
		if (body == null) {
			return null;
		}
		try {
			if (this.mapper.valueToTree(body) instanceof ObjectNode object) {
				// By way of bytes, where half a pair of characters is escaped.
				return new String(this.mapper.writeValueAsBytes(object), StandardCharsets.UTF_8);
			}
		}
		catch (JacksonException ex) {
			// Answered like an array or a text. Its message may quote what is in the
			// body.
		}
		throw new IllegalArgumentException("The request of " + request.operation()
				+ " must be a map, a JsonNode, or a record or bean that Jackson can write as a JSON object, which "
				+ body.getClass().getName() + " is not");
	}

	/** The envelope of a request. */
	byte[] encode(PreparedCall<?> call, Secret token) {
		ObjectNode envelope = this.mapper.createObjectNode();
		envelope.putObject("RequestHeader").put("Token", token.reveal()).put("CoordinationId", call.coordinationId());
		if (call.body() != null) {
			envelope.putRawValue(call.operation().requestKey().orElseThrow(), new RawValue(call.body()));
		}
		return this.mapper.writeValueAsBytes(envelope);
	}

	<T> Envelope<T> decode(ConnectOperation operation, byte[] body, Class<T> type) throws MalformedResponseException {
		if (body.length > this.longestBody) {
			throw new ResultConversionException("it is longer than " + this.longestBody + " bytes");
		}
		try (JsonParser json = this.mapper.createParser(body)) {
			return new EnvelopeParser<>(this.mapper, operation, type).read(json);
		}
		catch (JacksonException ex) {
			// Not as the cause: its message quotes the body.
			throw new MalformedResponseException("an answer that is not JSON as expected, or too deep");
		}
	}

}
