package io.github.connectapi.test;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes the secrets out of what is recorded: by the name of the field, and passwords in
 * use and whatever looks like a token wherever they occur.
 */
final class SecretRedaction {

	private static final String MASK = "***";

	private final Collection<String> passwords;

	SecretRedaction(Collection<String> passwords) {
		this.passwords = passwords;
	}

	String text(String text) {
		String masked = TokenText.LOOKS_LIKE.matcher(text).replaceAll(MASK);
		for (String password : this.passwords) {
			if (!password.isEmpty()) {
				masked = masked.replace(password, MASK);
			}
		}
		return masked;
	}

	ObjectNode json(ObjectNode json) {
		ObjectNode masked = json.deepCopy();
		maskFields(masked);
		return masked;
	}

	Map<String, List<String>> headers(Map<String, List<String>> headers) {
		Map<String, List<String>> masked = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		headers
			.forEach((name, values) -> masked.put(name, values.stream().map((value) -> header(name, value)).toList()));
		return masked;
	}

	private String header(String name, String value) {
		String lower = name.toLowerCase(Locale.ROOT);
		return (lower.contains("authorization") || lower.contains("cookie")) ? MASK : text(value);
	}

	private void maskFields(JsonNode node) {
		if (node instanceof ObjectNode object) {
			for (String name : new ArrayList<>(object.propertyNames())) {
				// Taken out and put back, so that the order remains.
				JsonNode value = object.remove(name);
				object.set(text(name), masked(name, value));
			}
		}
		else if (node instanceof ArrayNode array) {
			for (int i = 0; i < array.size(); i++) {
				array.set(i, masked("", array.path(i)));
			}
		}
	}

	private JsonNode masked(String name, JsonNode value) {
		String lower = name.toLowerCase(Locale.ROOT);
		boolean secret = lower.endsWith("password") || lower.endsWith("token");
		// An empty or missing secret is a fact about the client, and shows nothing.
		if (value.isNull() || (value.isString() && value.asString().isEmpty())) {
			return value;
		}
		if (secret) {
			return Json.MAPPER.getNodeFactory().stringNode(MASK);
		}
		if (value.isString()) {
			return Json.MAPPER.getNodeFactory().stringNode(text(value.asString()));
		}
		maskFields(value);
		return value;
	}

}
