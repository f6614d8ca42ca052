package io.github.connectapi.json;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Duplicate names, compared with the detection of Jackson.
 */
class UniqueNamesParserTests {

	private static final JsonMapper MAPPER = JsonMappers.create(1_000_000, 64);

	private static final JsonMapper JACKSON = MAPPER.rebuild()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	static Stream<String> duplicates() {
		return Stream.of("{\"a\":1,\"a\":2}", "{\"a\":{\"a\":1},\"b\":[{\"a\":1}],\"a\":2}", "[{\"b\":1,\"b\":1}]",
				"{\"a\":[[{\"b\":{},\"c\":[],\"b\":{}}]]}", "{\"a\":1,\"\\u0061\":2}", "{\"\":1,\"\":2}",
				object(64, "n0"), object(65, "n64"), object(500, "n3"), object(500, "n70"));
	}

	static Stream<String> unique() {
		return Stream.of("{}", "[]", "1", "{\"a\":{\"a\":{\"a\":1}}}", "[{\"a\":1},{\"a\":1}]", "{\"Aa\":1,\"BB\":2}",
				"{\"a\":1,\"A\":2}", "{\"a\":[{\"b\":1},{\"b\":1}],\"b\":1}", object(500, "other"),
				"[" + object(500, "other") + "," + object(500, "other") + "]", collisions());
	}

	@ParameterizedTest
	@MethodSource("duplicates")
	void whenAnObjectHasADuplicateNameThenItIsRejected(String json) {
		assertRejected(() -> tree(json));
		assertRejected(() -> skip(json));
		assertRejected(() -> names(json));
	}

	@ParameterizedTest
	@MethodSource("unique")
	void whenAllNamesOfAnObjectDifferThenItIsAccepted(String json) {
		assertThat(tree(json)).isEqualTo(JACKSON.readTree(json));
		assertThat(skip(json)).isNull();
		names(json);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"name\":\"n\",\"name\":\"m\"}", "{\"name\":\"n\",\"other\":1,\"other\":1}",
			"{\"name\":\"n\",\"other\":{\"x\":1,\"x\":1}}", "{\"inner\":{\"name\":\"n\"},\"inner\":null}" })
	void whenARecordHasADuplicateNameThenItIsRejected(String json) {
		JsonMapper exact = JsonMapper.builder().build();
		assertRejected(() -> exact.readerFor(Node.class).readValue(parser(json)));
	}

	@Test
	void whenRecordsAreReadThenTheyAreThoseOfJackson() {
		String json = "[{\"name\":\"n\",\"inner\":{\"name\":\"m\",\"x\":{\"name\":1}},\"y\":[{}]},{\"name\":\"n\"}]";
		JsonMapper exact = JsonMapper.builder().build();
		List<Node> nodes = exact.readerForListOf(Node.class).readValue(parser(json));
		assertThat(nodes).containsExactly(new Node("n", new Node("m", null)), new Node("n", null));
	}

	@Test
	void whenAValueIsRequestedThenNamesAreSkippedAndChecked() {
		try (JsonParser parser = parser("{\"a\":1,\"b\":2,\"a\":3}")) {
			assertThat(parser.nextValue()).isEqualTo(JsonToken.START_OBJECT);
			assertThat(parser.nextValue()).isEqualTo(JsonToken.VALUE_NUMBER_INT);
			assertThat(parser.currentName()).isEqualTo("a");
			assertThat(parser.nextName(new SerializedString("b"))).isTrue();
			assertThat(parser.nextIntValue(0)).isEqualTo(2);
			assertRejected(parser::nextValue);
		}
	}

	@Test
	void whenObjectsAreRandomThenTheSameOnesAreRejectedAsByJackson() {
		Random random = new Random(17);
		for (int i = 0; i < 2000; i++) {
			String json = random(random, 0);
			assertThat(accepts(() -> tree(json))).as(json).isEqualTo(accepts(() -> JACKSON.readTree(json)));
			assertThat(accepts(() -> skip(json))).as(json).isEqualTo(accepts(() -> JACKSON.readTree(json)));
		}
	}

	private static JsonParser parser(String json) {
		return JsonMappers.createParser(MAPPER, json.getBytes(StandardCharsets.UTF_8));
	}

	private static JsonNode tree(String json) {
		try (JsonParser parser = parser(json)) {
			return MAPPER.readTree(parser);
		}
	}

	private static JsonToken skip(String json) {
		try (JsonParser parser = parser(json)) {
			parser.nextToken();
			return parser.skipChildren().nextToken();
		}
	}

	/** Read all tokens, as names where there are any. */
	private static void names(String json) {
		try (JsonParser parser = parser(json)) {
			boolean more = parser.nextToken() != null;
			while (more) {
				more = parser.nextName() != null || parser.currentToken() != null;
			}
		}
	}

	private static boolean accepts(Runnable reading) {
		try {
			reading.run();
			return true;
		}
		catch (StreamReadException ex) {
			return false;
		}
	}

	private static void assertRejected(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
		assertThatExceptionOfType(StreamReadException.class).isThrownBy(reading);
	}

	/** Return an object with many names and a last one. */
	private static String object(int count, String last) {
		return IntStream.range(0, count)
			.mapToObj((number) -> "\"n" + number + "\":" + number)
			.collect(Collectors.joining(",", "{", ",\"" + last + "\":1}"));
	}

	/** Return an object with many names that have the same hash code. */
	private static String collisions() {
		return IntStream.range(0, 256)
			.mapToObj((number) -> IntStream.range(0, 8)
				.mapToObj((bit) -> ((number >> bit) & 1) == 0 ? "Aa" : "BB")
				.collect(Collectors.joining()))
			.collect(Collectors.joining("\":1,\"", "{\"", "\":1}"));
	}

	private static String random(Random random, int depth) {
		return switch (random.nextInt((depth < 4) ? 4 : 1)) {
			case 0 -> "1";
			case 1 -> IntStream.range(0, random.nextInt(4))
				.mapToObj((index) -> random(random, depth + 1))
				.collect(Collectors.joining(",", "[", "]"));
			default -> IntStream.range(0, random.nextInt(4))
				.mapToObj((index) -> "\"" + random.nextInt(12) + "\":" + random(random, depth + 1))
				.collect(Collectors.joining(",", "{", "}"));
		};
	}

	record Node(String name, Node inner) {
	}

}
