package io.github.connectapi.test;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.github.connectapi.test.operation.Json;
import io.github.connectapi.test.operation.TokenGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Redacts secrets in recorded requests: fields and headers by their names, and passwords
 * in use and everything that looks like a token wherever they occur.
 */
final class SecretRedactor {

	private static final String REDACTED = "***";

	private final Collection<String> passwords;

	SecretRedactor(Collection<String> passwords) {
		this.passwords = passwords;
	}

	String redactText(String text) {
		String redacted = TokenGenerator.TOKEN_PATTERN.matcher(text).replaceAll(REDACTED);
		for (String password : this.passwords) {
			if (!password.isEmpty()) {
				redacted = redacted.replace(password, REDACTED);
			}
		}
		return redacted;
	}

	ObjectNode redactJson(ObjectNode json) {
		ObjectNode redacted = json.deepCopy();
		redactFields(redacted);
		return redacted;
	}

	Map<String, List<String>> redactHeaders(Map<String, List<String>> headers) {
		Map<String, List<String>> redacted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		headers.forEach((name, values) -> redacted.put(name,
				values.stream().map((value) -> redactHeader(name, value)).toList()));
		return redacted;
	}

	private String redactHeader(String name, String value) {
		String lower = name.toLowerCase(Locale.ROOT);
		return (lower.contains("authorization") || lower.contains("cookie")) ? REDACTED : redactText(value);
	}

	private void redactFields(JsonNode node) {
		if (node instanceof ObjectNode object) {
			for (String name : new ArrayList<>(object.propertyNames())) {
				// Removed and added again, so that the order is kept.
				JsonNode value = object.remove(name);
				object.set(redactText(name), redactValue(name, value));
			}
		}
		else if (node instanceof ArrayNode array) {
			for (int i = 0; i < array.size(); i++) {
				array.set(i, redactValue("", array.path(i)));
			}
		}
	}

	private JsonNode redactValue(String name, JsonNode value) {
		String lower = name.toLowerCase(Locale.ROOT);
		boolean secret = lower.endsWith("password") || lower.endsWith("token") || lower.endsWith("secret");
		// A test may need to see that a client sent an empty or null secret.
		if (value.isNull() || (value.isString() && value.asString().isEmpty())) {
			return value;
		}
		if (secret) {
			return Json.MAPPER.getNodeFactory().stringNode(REDACTED);
		}
		if (value.isString()) {
			return Json.MAPPER.getNodeFactory().stringNode(redactText(value.asString()));
		}
		redactFields(value);
		return value;
	}

}
