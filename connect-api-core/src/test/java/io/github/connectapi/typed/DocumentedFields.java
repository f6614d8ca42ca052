package io.github.connectapi.typed;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonAlias;

import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares a record with the fields that the page of an operation documents. Dates are
 * documented as strings, and are named dates here.
 */
public final class DocumentedFields {

	private static final Map<Class<?>, String> TYPES = Map.of(String.class, "String", Integer.class, "Integer",
			int.class, "Integer", Long.class, "Integer", Double.class, "Double", Boolean.class, "Boolean", List.class,
			"Collection", Instant.class, "Date", LocalDate.class, "Date");

	private DocumentedFields() {
	}

	/**
	 * Assert that a record has exactly the documented fields.
	 * @param type the record
	 * @param fields lines with a type and the fields of that type; another name of a
	 * field follows a slash
	 */
	public static void assertFields(Class<? extends Record> type, String fields) {
		Map<String, String> documented = new TreeMap<>();
		fields.strip().lines().forEach((line) -> {
			List<String> words = Arrays.asList(line.strip().split("\\s+"));
			words.stream().skip(1).forEach((field) -> documented.put(field, words.get(0)));
		});
		assertThat(actual(type)).isEqualTo(documented);
	}

	private static Map<String, String> actual(Class<? extends Record> type) {
		return Stream.of(type.getRecordComponents())
			.collect(Collectors.toMap((component) -> name(type, component),
					(component) -> TYPES.getOrDefault(component.getType(), "Object"), (first, second) -> first,
					TreeMap::new));
	}

	private static String name(Class<?> type, RecordComponent component) {
		String name = StringUtils.capitalize(component.getName());
		try {
			JsonAlias alias = type.getDeclaredField(component.getName()).getAnnotation(JsonAlias.class);
			return (alias != null) ? name + "/" + String.join("/", alias.value()) : name;
		}
		catch (NoSuchFieldException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
