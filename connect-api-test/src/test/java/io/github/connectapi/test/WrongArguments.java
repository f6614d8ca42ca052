package io.github.connectapi.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes one argument of a request at a time: its type, its range or its presence.
 */
final class WrongArguments {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final List<String> VALUES = List.of("null", "true", "7", "\"7\"", "0", "-1", "1.5", "2147483648",
			"99999999999999999999999", "1e999999999", "\"\"", "\" \"", "\"x\"", "\"\\u0000\"", "\"%s %n\"", "[]",
			"[null]", "[[]]", "[{}]", "[\"\"]", "{}", "{\"a\":[{}]}", "\"/Date(1)/\"");

	private WrongArguments() {
	}

	/** Return all variants of the arguments. */
	static List<JsonNode> variants(ObjectNode arguments) {
		List<JsonNode> variants = new ArrayList<>();
		variants.add(arguments.deepCopy());
		change(arguments, (changed) -> variants.add(arguments.deepCopy()));
		return variants;
	}

	/** Change a node in place, report each variant and restore it. */
	private static void change(JsonNode node, Consumer<JsonNode> report) {
		if (node instanceof ObjectNode object) {
			for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
				object.remove(field.getKey());
				report.accept(object);
				VALUES.forEach((value) -> report.accept(object.set(field.getKey(), JSON.readTree(value))));
				object.set(field.getKey(), field.getValue());
				change(field.getValue(), report);
			}
		}
		else if (node instanceof ArrayNode array && !array.isEmpty()) {
			JsonNode original = array.get(0);
			VALUES.forEach((value) -> report.accept(array.set(0, JSON.readTree(value))));
			array.set(0, original);
			change(original, report);
		}
	}

}
