package io.github.connectapi.test.operation;

import io.github.connectapi.test.Internal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes JSON. It accepts a trailing comma, because the documented example of a
 * request has one.
 */
@Internal
public final class Json {

	public static final JsonMapper MAPPER = JsonMapper.builder().enable(JsonReadFeature.ALLOW_TRAILING_COMMA).build();

	private Json() {
	}

	public static ObjectNode object() {
		return MAPPER.createObjectNode();
	}

	/**
	 * Read a JSON object.
	 * @param bytes the bytes
	 * @return the object, or {@code null} if the bytes are not a JSON object
	 */
	public static @Nullable ObjectNode objectOrNull(byte[] bytes) {
		try {
			return (MAPPER.readTree(bytes) instanceof ObjectNode object) ? object : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	/**
	 * Return the value of a field, which is a string or a number, as a string.
	 * @param parent the parent of the field
	 * @param name the name of the field
	 * @return the string, or {@code null} if there is no such field
	 */
	public static @Nullable String text(JsonNode parent, String name) {
		JsonNode value = parent.path(name);
		return (value.isString() || value.isNumber()) ? value.asString() : null;
	}

}
