package io.github.connectapi.test.operation;

import java.util.function.UnaryOperator;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.server.FakeResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One field of the envelope of a response. A response without an envelope, or without the
 * parent of the field, is not changed.
 */
@Internal
public final class EnvelopeField {

	private final JsonPointer parent;

	private final String name;

	/**
	 * Create a field.
	 * @param pointer the JSON pointer to the field
	 * @throws IllegalArgumentException if the pointer is empty or malformed
	 */
	public EnvelopeField(String pointer) {
		JsonPointer parsed = JsonPointer.compile(pointer);
		if (parsed.matches()) {
			throw new IllegalArgumentException("The JSON pointer '%s' must point to a field".formatted(pointer));
		}
		this.parent = parsed.head();
		this.name = parsed.last().getMatchingProperty();
	}

	public UnaryOperator<FakeResponse> setTo(@Nullable Object value) {
		JsonNode node = Json.MAPPER.valueToTree(value);
		return (response) -> Envelope.edit(response, (envelope) -> {
			if (envelope.at(this.parent) instanceof ObjectNode object) {
				object.set(this.name, node);
			}
			return envelope;
		});
	}

	public UnaryOperator<FakeResponse> removed() {
		return (response) -> Envelope.edit(response, (envelope) -> {
			if (envelope.at(this.parent) instanceof ObjectNode object) {
				object.remove(this.name);
			}
			return envelope;
		});
	}

}
