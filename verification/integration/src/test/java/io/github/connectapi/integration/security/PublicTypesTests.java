package io.github.connectapi.integration.security;

import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that no instance of a public type shows a secret when it is printed or
 * serialized.
 */
class PublicTypesTests {

	private static final Fixtures FIXTURES = new Fixtures();

	private static final Canary CANARY = new Canary(Fixtures.CANARY);

	@AfterAll
	static void close() {
		FIXTURES.close();
	}

	@Test
	void whenATypeIsPublicThenThereIsAFixture() {
		List<Class<?>> types = PublicTypes.all();
		assertThat(types).hasSizeGreaterThan(40);
		assertThat(types).filteredOn((type) -> !FIXTURES.covers(type)).isEmpty();
		Measurements.add("public types", types.size());
	}

	static Stream<Named<Object>> fixtures() {
		return FIXTURES.instances().map((instance) -> Named.of(instance.getClass().getName(), instance));
	}

	@ParameterizedTest
	@MethodSource("fixtures")
	void whenAnInstanceIsPrintedOrSerializedThenNoSecretIsShown(Object instance) {
		Map<String, String> shown = new LinkedHashMap<>();
		shown.put("toString", String.valueOf(instance));
		shown.put("Java", serialized(instance));
		shown.put("Jackson 3", attempt(() -> JsonMapper.shared().writeValueAsString(instance)));
		shown.put("Jackson 2", attempt(() -> new ObjectMapper().disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
			.writeValueAsString(instance)));
		if (instance.getClass().getPackageName().equals("io.github.connectapi") && !(instance instanceof Throwable)) {
			shown.put("Jackson 2 by fields",
					attempt(() -> new ObjectMapper().setVisibility(PropertyAccessor.FIELD, Visibility.ANY)
						.disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
						.writeValueAsString(instance)));
			shown.put("Jackson 3 by fields",
					attempt(() -> JsonMapper.builder()
						.changeDefaultVisibility((checker) -> checker.withFieldVisibility(Visibility.ANY))
						.build()
						.writeValueAsString(instance)));
		}
		if (instance instanceof Throwable failure) {
			StringWriter trace = new StringWriter();
			failure.printStackTrace(new PrintWriter(trace));
			shown.put("stack trace", trace.toString());
		}
		shown.forEach((form, text) -> CANARY.assertAbsent(form, text));
		Measurements.add("forms of public types", shown.size());
	}

	private static String serialized(Object instance) {
		return attempt(() -> {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			new ObjectOutputStream(bytes).writeObject(instance);
			return bytes.toString(StandardCharsets.ISO_8859_1);
		});
	}

	/** If it cannot be serialized, the message of the exception is checked. */
	private static String attempt(Serializer serializer) {
		try {
			return serializer.serialize();
		}
		catch (Exception | StackOverflowError ex) {
			return String.valueOf(ex.getMessage());
		}
	}

	@FunctionalInterface
	private interface Serializer {

		String serialize() throws Exception;

	}

}
