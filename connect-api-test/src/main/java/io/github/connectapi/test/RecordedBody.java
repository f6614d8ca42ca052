package io.github.connectapi.test;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is recorded of a body.
 *
 * @param body the masked text
 * @param fieldNames the fields in their order
 * @param coordinationId the coordination id as text
 */
record RecordedBody(String body, List<String> fieldNames, @Nullable String coordinationId) {

	static RecordedBody of(byte[] bytes, @Nullable ObjectNode json, SecretRedaction masking) {
		if (json == null) {
			return new RecordedBody("(%d bytes that are no JSON object)".formatted(bytes.length), List.of(), null);
		}
		ObjectNode masked = masking.json(json);
		List<String> names = new ArrayList<>();
		collect("", masked, names);
		String coordinationId = Json.text(json.path("RequestHeader"), "CoordinationId");
		return new RecordedBody(Json.MAPPER.writeValueAsString(masked), List.copyOf(names),
				(coordinationId != null) ? masking.text(coordinationId) : null);
	}

	private static void collect(String prefix, JsonNode node, List<String> names) {
		node.properties().forEach((field) -> {
			names.add(prefix + field.getKey());
			collect(prefix + field.getKey() + ".", field.getValue(), names);
		});
	}

}
