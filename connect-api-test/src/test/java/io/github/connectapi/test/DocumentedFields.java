package io.github.connectapi.test;

import java.util.Arrays;
import java.util.List;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The fields of an object and their types, as the table of a page of the API
 * documentation lists them.
 */
public final class DocumentedFields {

	private final List<String> fields;

	private DocumentedFields(List<String> fields) {
		this.fields = fields;
	}

	/**
	 * Create a table.
	 * @param fields the name of each field and its type, such as {@code "Title String"};
	 * the types are String, Integer, Double, Boolean, Collection and Object, and a
	 * question mark allows null
	 */
	public static DocumentedFields of(String... fields) {
		return new DocumentedFields(List.of(fields));
	}

	/** Verify that an object has exactly these fields with these types. */
	public void verify(JsonNode object) {
		assertThat(object.isObject()).as("%s is an object", object).isTrue();
		assertThat(object.propertyNames())
			.containsExactlyInAnyOrder(this.fields.stream().map(DocumentedFields::name).toArray(String[]::new));
		assertThat(this.fields).allSatisfy((field) -> assertThat(matches(object.path(name(field)), type(field)))
			.as("%s is of type %s", object.path(name(field)), field)
			.isTrue());
	}

	/** Verify each entry of a collection that has at least one. */
	public void verifyEach(JsonNode collection) {
		assertThat(collection.isArray() && !collection.isEmpty()).as("%s has entries", collection).isTrue();
		collection.forEach(this::verify);
	}

	private static boolean matches(JsonNode value, String type) {
		boolean nullable = type.endsWith("?");
		return (nullable && value.isNull()) || switch (nullable ? type.substring(0, type.length() - 1) : type) {
			case "String" -> value.isString();
			case "Integer" -> value.isIntegralNumber();
			case "Double" -> value.isNumber();
			case "Boolean" -> value.isBoolean();
			case "Collection" -> value.isArray();
			case "Object" -> value.isObject();
			default -> throw new IllegalArgumentException("Unknown type '%s'".formatted(type));
		};
	}

	private static String name(String field) {
		return Arrays.asList(field.split(" ")).get(0);
	}

	private static String type(String field) {
		return Arrays.asList(field.split(" ")).get(1);
	}

}
