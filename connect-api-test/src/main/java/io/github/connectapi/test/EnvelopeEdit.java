package io.github.connectapi.test;

import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes one field of an envelope. An envelope without the parent of the field is left
 * alone.
 */
final class EnvelopeEdit {

	private final JsonPointer parent;

	private final String field;

	EnvelopeEdit(String pointer) {
		JsonPointer parsed = JsonPointer.compile(pointer);
		if (parsed.matches()) {
			throw new IllegalArgumentException("The pointer names no field: '" + pointer + "'");
		}
		this.parent = parsed.head();
		this.field = parsed.last().getMatchingProperty();
	}

	UnaryOperator<ObjectNode> setting(@Nullable Object value) {
		JsonNode node = Json.MAPPER.valueToTree(value);
		return (envelope) -> {
			if (envelope.at(this.parent) instanceof ObjectNode object) {
				object.set(this.field, node);
			}
			return envelope;
		};
	}

	UnaryOperator<ObjectNode> removing() {
		return (envelope) -> {
			if (envelope.at(this.parent) instanceof ObjectNode object) {
				object.remove(this.field);
			}
			return envelope;
		};
	}

}
