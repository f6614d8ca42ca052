package io.github.connectapi.test.operation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import io.github.connectapi.test.Internal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The arguments of a request, or one object in them. Numbers may be text and text may be
 * a number, as existing clients send them. A field that is null counts as missing. Other
 * types are errors with the code {@code InvalidRequest} that name the field.
 */
@Internal
public final class RequestArguments {

	private final ObjectNode json;

	RequestArguments(ObjectNode json) {
		this.json = json;
	}

	/**
	 * Return whether a field is there and is not null.
	 * @param name the name of the field
	 * @return whether it has a value
	 */
	public boolean has(String name) {
		return value(name) != null;
	}

	/**
	 * Return a text.
	 * @param name the name of the field
	 * @return the text, or empty if it is missing or blank
	 * @throws OperationErrorException if the field is neither text nor a number
	 */
	public Optional<String> text(String name) throws OperationErrorException {
		JsonNode value = value(name);
		return (value != null) ? Optional.of(textOf(name, value)).filter((text) -> !text.isBlank()) : Optional.empty();
	}

	/**
	 * Return a text that must not be missing or blank.
	 * @param name the name of the field
	 * @return the text
	 * @throws OperationErrorException if there is no such text
	 */
	public String requiredText(String name) throws OperationErrorException {
		return text(name).orElseThrow(() -> OperationErrorException.invalidRequest("%s is required.".formatted(name)));
	}

	/**
	 * Return a whole number.
	 * @param name the name of the field
	 * @return the number, or empty if it is missing
	 * @throws OperationErrorException if the field is no whole number of 32 bits
	 */
	public OptionalInt integer(String name) throws OperationErrorException {
		Optional<String> text = text(name);
		if (text.isEmpty()) {
			return OptionalInt.empty();
		}
		try {
			BigDecimal number = new BigDecimal(text.get().strip());
			// The scale first: an integer of 1e999999999 would need 400 MB.
			if (Math.abs((long) number.scale()) <= 20) {
				return OptionalInt.of(number.intValueExact());
			}
		}
		catch (ArithmeticException | NumberFormatException ex) {
			// Reported like a number with a huge exponent.
		}
		throw OperationErrorException.invalidRequest("%s must be a whole number.".formatted(name));
	}

	/**
	 * Return a flag.
	 * @param name the name of the field
	 * @return the flag, or {@code false} if it is missing
	 * @throws OperationErrorException if the field is neither a boolean nor its text
	 */
	public boolean flag(String name) throws OperationErrorException {
		JsonNode value = value(name);
		if (value == null || value.isBoolean()) {
			return value != null && value.asBoolean();
		}
		String text = value.isString() ? value.asString().strip() : "";
		if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
			throw OperationErrorException.invalidRequest("%s must be true or false.".formatted(name));
		}
		return Boolean.parseBoolean(text);
	}

	/**
	 * Return an object.
	 * @param name the name of the field
	 * @return the object, which is empty if it is missing
	 * @throws OperationErrorException if the field is no object
	 */
	public RequestArguments object(String name) throws OperationErrorException {
		JsonNode value = value(name);
		if (value == null) {
			return new RequestArguments(Json.object());
		}
		if (value instanceof ObjectNode object) {
			return new RequestArguments(object);
		}
		throw OperationErrorException.invalidRequest("%s must be an object.".formatted(name));
	}

	/**
	 * Return a collection of objects.
	 * @param name the name of the field
	 * @return the objects, empty if the field is missing
	 * @throws OperationErrorException if the field is no array of objects
	 */
	public List<RequestArguments> objects(String name) throws OperationErrorException {
		List<RequestArguments> objects = new ArrayList<>();
		for (JsonNode entry : array(name)) {
			if (!(entry instanceof ObjectNode object)) {
				throw OperationErrorException.invalidRequest("%s must contain objects only.".formatted(name));
			}
			objects.add(new RequestArguments(object));
		}
		return List.copyOf(objects);
	}

	/**
	 * Return a collection of texts.
	 * @param name the name of the field
	 * @return the texts in their order, empty if the field is missing
	 * @throws OperationErrorException if the field is no array of texts or numbers
	 */
	public List<String> texts(String name) throws OperationErrorException {
		List<String> texts = new ArrayList<>();
		for (JsonNode entry : array(name)) {
			texts.add(textOf(name, entry));
		}
		return List.copyOf(texts);
	}

	private Iterable<JsonNode> array(String name) throws OperationErrorException {
		JsonNode value = value(name);
		if (value == null) {
			return List.of();
		}
		if (value instanceof ArrayNode array) {
			return array;
		}
		throw OperationErrorException.invalidRequest("%s must be an array.".formatted(name));
	}

	private static String textOf(String name, JsonNode value) throws OperationErrorException {
		if (value.isString() || value.isNumber()) {
			return value.asString();
		}
		throw OperationErrorException.invalidRequest("%s must be text.".formatted(name));
	}

	private @Nullable JsonNode value(String name) {
		JsonNode value = this.json.get(name);
		return (value == null || value.isNull()) ? null : value;
	}

}
