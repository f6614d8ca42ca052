package io.github.connectapi.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.connectapi.test.operation.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The recorded body of a request, without secrets.
 *
 * @param body the redacted text
 * @param fieldNames the fields in their order
 * @param coordinationId the coordination id as a string, or {@code null}
 */
record RecordedBody(String body, List<String> fieldNames, @Nullable String coordinationId) {

	/** A small body can have long names with many children, whose names repeat them. */
	private static final int MAX_NAME_CHARACTERS = 1_000_000;

	static RecordedBody of(byte[] bytes, @Nullable ObjectNode json, SecretRedactor redactor) {
		if (json == null) {
			return new RecordedBody("(%s bytes, not a JSON object)".formatted(bytes.length), List.of(), null);
		}
		ObjectNode redacted = redactor.redactJson(json);
		List<String> names = new ArrayList<>();
		collectNames("", redacted, names, MAX_NAME_CHARACTERS);
		String coordinationId = Json.text(json.path("RequestHeader"), "CoordinationId");
		return new RecordedBody(Json.MAPPER.writeValueAsString(redacted), List.copyOf(names),
				(coordinationId != null) ? redactor.redactText(coordinationId) : null);
	}

	/** Collect names and return how many characters are left. */
	private static int collectNames(String prefix, JsonNode node, List<String> names, int characters) {
		int remaining = characters;
		for (Map.Entry<String, JsonNode> field : node.properties()) {
			String name = prefix + field.getKey();
			remaining -= name.length();
			if (remaining < 0) {
				return remaining;
			}
			names.add(name);
			remaining = collectNames(name + ".", field.getValue(), names, remaining);
		}
		return remaining;
	}

}
