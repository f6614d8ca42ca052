package io.github.connectapi.security;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
 * An instance of each public type of all modules, made with a canary for each secret, in
 * every form that it can take by itself.
 */
class PublicTypesTests {

	private static final Fixtures SPECIMENS = new Fixtures();

	private static final Canary CANARY = new Canary(Fixtures.CANARY);

	@AfterAll
	static void close() {
		SPECIMENS.close();
	}

	@Test
	void whenATypeIsPublicThenThereIsASpecimen() throws IOException {
		List<Class<?>> types = PublicTypes.all();
		assertThat(types).hasSizeGreaterThan(40).allMatch(SPECIMENS::knows);
		Figures.count("public types", types.size());
	}

	static Stream<Named<Object>> specimens() {
		return SPECIMENS.all().map((specimen) -> Named.of(specimen.getClass().getName(), specimen));
	}

	@ParameterizedTest
	@MethodSource("specimens")
	void whenASpecimenIsShownThenNoSecretIsSeen(Object specimen) {
		Map<String, String> shown = new LinkedHashMap<>();
		shown.put("toString", String.valueOf(specimen));
		shown.put("Java", serialized(specimen));
		shown.put("Jackson 3", attempt(() -> JsonMapper.shared().writeValueAsString(specimen)));
		shown.put("Jackson 2", attempt(() -> new ObjectMapper().disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
			.writeValueAsString(specimen)));
		if (specimen.getClass().getPackageName().equals("io.github.connectapi") && !(specimen instanceof Throwable)) {
			shown.put("Jackson 2 by fields",
					attempt(() -> new ObjectMapper().setVisibility(PropertyAccessor.FIELD, Visibility.ANY)
						.disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
						.writeValueAsString(specimen)));
			shown.put("Jackson 3 by fields",
					attempt(() -> JsonMapper.builder()
						.changeDefaultVisibility((checker) -> checker.withFieldVisibility(Visibility.ANY))
						.build()
						.writeValueAsString(specimen)));
		}
		if (specimen instanceof Throwable failure) {
			StringWriter trace = new StringWriter();
			failure.printStackTrace(new PrintWriter(trace));
			shown.put("stack trace", trace.toString());
		}
		shown.forEach((form, text) -> CANARY.assertAbsent(form, text));
		Figures.count("forms of public types", shown.size());
	}

	private static String serialized(Object specimen) {
		return attempt(() -> {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			new ObjectOutputStream(bytes).writeObject(specimen);
			return bytes.toString(StandardCharsets.ISO_8859_1);
		});
	}

	/** What cannot be serialized may say why. */
	private static String attempt(Form form) {
		try {
			return form.make();
		}
		catch (Exception | StackOverflowError ex) {
			return String.valueOf(ex.getMessage());
		}
	}

	private interface Form {

		String make() throws Exception;

	}

}
