package io.github.connectapi.test;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON of the wire. Reading accepts what real clients sent, so a trailing comma too:
 * the documented form of the request has one.
 */
final class Json {

	static final JsonMapper MAPPER = JsonMapper.builder().enable(JsonReadFeature.ALLOW_TRAILING_COMMA).build();

	private Json() {
	}

	static ObjectNode object() {
		return MAPPER.createObjectNode();
	}

	static @Nullable ObjectNode objectOrNull(byte[] bytes) {
		try {
			return (MAPPER.readTree(bytes) instanceof ObjectNode object) ? object : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	/** The text of a string or a number; nothing for everything else. */
	static @Nullable String text(JsonNode parent, String name) {
		JsonNode value = parent.path(name);
		return (value.isString() || value.isNumber()) ? value.asString() : null;
	}

}
