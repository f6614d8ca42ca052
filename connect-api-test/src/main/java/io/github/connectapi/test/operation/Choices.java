package io.github.connectapi.test.operation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.github.connectapi.test.Internal;

/**
 * The documented values of a field. Upper and lower case are the same.
 *
 * @param field the name of the field
 * @param code the documented code of another value
 * @param values the documented values
 */
@Internal
public record Choices(String field, String code, List<String> values) {

	public Choices {
		values = List.copyOf(values);
	}

	/**
	 * Create the values of a field.
	 * @param field the name of the field
	 * @param values the documented values
	 * @return the values, whose code is {@code InvalidRequest}
	 */
	public static Choices of(String field, String... values) {
		return new Choices(field, "InvalidRequest", List.of(values));
	}

	/**
	 * Return a copy with another code.
	 * @param code the documented code of another value
	 * @return the copy
	 */
	public Choices withCode(String code) {
		return new Choices(this.field, code, this.values);
	}

	/**
	 * Return the chosen values.
	 * @param arguments the object with the field
	 * @return the values as they are documented; empty if there are none
	 * @throws OperationErrorException if there is another value
	 */
	public Set<String> all(RequestArguments arguments) throws OperationErrorException {
		Set<String> chosen = new LinkedHashSet<>();
		for (String text : arguments.texts(this.field)) {
			chosen.add(documented(text));
		}
		return chosen;
	}

	/**
	 * Return the chosen value of a field that is no collection.
	 * @param arguments the object with the field
	 * @param defaultValue the value if the field is missing
	 * @return the value as it is documented
	 * @throws OperationErrorException if there is another value
	 */
	public String one(RequestArguments arguments, String defaultValue) throws OperationErrorException {
		String text = arguments.text(this.field).orElse("");
		return (text.isEmpty() ? defaultValue : documented(text));
	}

	private String documented(String text) throws OperationErrorException {
		String lowerCase = text.strip().toLowerCase(Locale.ROOT);
		for (String value : this.values) {
			if (value.toLowerCase(Locale.ROOT).equals(lowerCase)) {
				return value;
			}
		}
		throw new OperationErrorException(this.code,
				"%s must contain only the values %s.".formatted(this.field, String.join(", ", this.values)));
	}

}
