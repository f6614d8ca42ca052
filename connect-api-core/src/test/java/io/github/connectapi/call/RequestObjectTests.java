package io.github.connectapi.call;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.search.SearchForImages;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Types of request bodies, and how they are sent.
 */
class RequestObjectTests {

	private final CallFixture fixture = CallFixture.create();

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whenTheRequestIsARecordThenItsPropertiesAreInUpperCamelCase() {
		send(new Details(List.of("1"), new Details.Language("en-us", null), null, "u"));

		assertThat(sent()).endsWith("\"GetImageDetailsRequestBody\":{\"ImageIds\":[\"1\"],"
				+ "\"Language\":{\"LanguageCode\":\"en-us\"},\"Url\":\"u\"}}");
	}

	@Test
	void whenTheRequestIsAMapThenItsKeysAreSentUnchanged() {
		Map<String, @Nullable Object> map = new TreeMap<>();
		map.put("imageIds", List.of());
		map.put("Language", null);
		send(map);

		assertThat(sent()).endsWith("\"GetImageDetailsRequestBody\":{\"Language\":null,\"imageIds\":[]}}");
	}

	@Test
	void whenTheRequestIsAJsonNodeThenItIsSentUnchanged() {
		send(JsonMapper.shared().readTree("{\"ImageIds\":[1.5],\"language\":null}"));

		assertThat(sent()).endsWith("\"GetImageDetailsRequestBody\":{\"ImageIds\":[1.5],\"language\":null}}");
	}

	@Test
	void whenThePhraseHasSpecialCharactersThenItIsSentUnchanged() {
		String phrase = "\"tree\" \\ \u2028 \ud83c\udf33\r\n\ttab \u0000 </script> \u00e4\u6728";
		this.fixture.connect.call(ConnectOperations.SEARCH_FOR_IMAGES, new SearchForImages(phrase));

		String body = this.fixture.server.requests("SearchForImages").get(0).body();
		assertThat(JsonMapper.shared().readTree(body).findValue("SearchPhrase").asString()).isEqualTo(phrase);
	}

	@Test
	void whenATextHasUnpairedSurrogatesThenItIsSentUnchanged() {
		send(Map.of("Phrase", "oak\ud83ctree\ud83c"));

		assertThat(sent()).endsWith("{\"Phrase\":\"oak\ud83ctree\ud83c\"}}");
	}

	static Stream<Named<Object>> unusable() {
		return Stream.of(Named.of("text", "canary"), Named.of("number", 7), Named.of("list", List.of("canary")),
				Named.of("array", new String[] { "canary" }), Named.of("throwing getter", new Throwing()),
				Named.of("nested throwing getter", Map.of("Inner", new Throwing())),
				Named.of("endless", new Endless("canary")),
				Named.of("object in a node", new ObjectNode(JsonNodeFactory.instance).putPOJO("A", new Throwing())));
	}

	@ParameterizedTest
	@MethodSource("unusable")
	void whenTheRequestCannotBeWrittenAsAnObjectThenTheMessageContainsOnlyItsType(Object request) {
		assertThatIllegalArgumentException().isThrownBy(() -> send(request))
			.withNoCause()
			.withMessageContaining(request.getClass().getName())
			.withMessageContaining("GetImageDetails")
			.withMessageNotContaining("canary");
		assertThat(this.fixture.server.requests()).as("not even a login").isEmpty();
	}

	@Test
	void whenTheRequestChangesAfterTheFirstAttemptThenTheOriginalIsSentAgain() {
		Map<String, Object> map = new TreeMap<>(Map.of("Id", 1));
		this.fixture.server.enqueue("GetImageDetails", Fault.status(503), Fault.result("{}"));
		ConnectApi connect = CallFixture.build(this.fixture.api(), (delay) -> map.put("Id", 2));
		connect.call(ConnectOperations.GET_IMAGE_DETAILS, map);

		assertThat(this.fixture.server.requests("GetImageDetails")).hasSize(2)
			.allSatisfy((request) -> assertThat(request.body()).contains("{\"Id\":1}"));
	}

	@Test
	void whenAnOperationWithRequestHasNoBodyThenNothingIsSent() {
		assertThatIllegalArgumentException().isThrownBy(() -> send(null)).withMessageContaining("needs a request");
		assertThat(this.fixture.server.requests()).isEmpty();
	}

	@Test
	void whenAnOperationWithoutRequestHasABodyThenNothingIsSent() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.fixture.connect.call(ConnectOperations.GET_COLLECTIONS, Map.of()))
			.withMessageContaining("has no request");
		assertThat(this.fixture.server.requests()).isEmpty();
	}

	private void send(@Nullable Object request) {
		this.fixture.server.always("GetImageDetails", Fault.result("{}"));
		this.fixture.connect.call(ConnectOperations.GET_IMAGE_DETAILS, request);
	}

	private String sent() {
		return this.fixture.server.requests("GetImageDetails").get(0).body();
	}

	record Details(List<String> imageIds, Language language, @Nullable String countryCode, String url) {

		record Language(String languageCode, @Nullable String region) {
		}

	}

	public static final class Throwing {

		public String getValue() {
			throw new IllegalStateException("canary");
		}

	}

	public static final class Endless {

		private final String value;

		Endless(String value) {
			this.value = value;
		}

		public String getValue() {
			return this.value;
		}

		public Endless getSelf() {
			return new Endless(this.value);
		}

	}

}
