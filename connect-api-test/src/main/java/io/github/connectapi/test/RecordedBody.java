package io.github.connectapi.test;

import java.util.ArrayList;
import java.util.List;

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

	static RecordedBody of(byte[] bytes, @Nullable ObjectNode json, SecretRedactor redactor) {
		if (json == null) {
			return new RecordedBody("(%s bytes, not a JSON object)".formatted(bytes.length), List.of(), null);
		}
		ObjectNode redacted = redactor.redactJson(json);
		List<String> names = new ArrayList<>();
		collectNames("", redacted, names);
		String coordinationId = Json.text(json.path("RequestHeader"), "CoordinationId");
		return new RecordedBody(Json.MAPPER.writeValueAsString(redacted), List.copyOf(names),
				(coordinationId != null) ? redactor.redactText(coordinationId) : null);
	}

	private static void collectNames(String prefix, JsonNode node, List<String> names) {
		node.properties().forEach((field) -> {
			names.add(prefix + field.getKey());
			collectNames(prefix + field.getKey() + ".", field.getValue(), names);
		});
	}

}
