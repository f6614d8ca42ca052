package io.github.connectapi.call;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.ConnectProtocolException;
import io.github.connectapi.ConnectStatus;
import io.github.connectapi.operation.ConnectOperation;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.operation.ConnectResponse;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Conversion of results.
 */
class ResultConversionTests {

	/** Not idempotent, so that each response is read once. */
	private static final ConnectOperation OPERATION = ConnectOperations.REPORT_USAGE;

	private static final String KEY = OPERATION.resultKey().orElseThrow();

	private static final String SUCCESS = "\"ResponseHeader\":{\"Status\":\"success\",\"StatusList\":[]}";

	private final CallFixture fixture = CallFixture.create();

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whenTheResultIsARecordThenUpperCamelCaseIsReadAndUnknownFieldsAreIgnored() {
		Usage usage = read(Usage.class,
				"{\"Id\":\"u\",\"New\":{\"Deep\":[1]},\"Items\":[{\"Price\":1.25},{\"Price\":null}],\"Other\":null}");
		assertThat(usage)
			.isEqualTo(new Usage("u", List.of(new Usage.Item(new BigDecimal("1.25")), new Usage.Item(null))));
	}

	@Test
	void whenTheResultIsAMapThenItsKeysAreThoseOfTheServer() {
		Map<?, ?> map = read(Map.class, "{\"Id\":\"u\",\"items\":[1]}");
		assertThat(map).isEqualTo(Map.of("Id", "u", "items", List.of(1)));
	}

	@Test
	void whenTheResultIsAJsonNodeThenItIsUnchanged() {
		assertThat(read(JsonNode.class, "{\"Id\":\"u\",\"items\":[1.5]}"))
			.hasToString("{\"Id\":\"u\",\"items\":[1.5]}");
	}

	@Test
	void whenTheResultTypeIsVoidThenTheResultIsNotRead() {
		this.fixture.server.enqueue(OPERATION.toString(), Fault.result("\"odd\""));
		assertThat(exchange(Void.class).result()).isNull();
	}

	@Test
	void whenTheServerReturnsAWarningThenResultAndWarningAreReturned() {
		this.fixture.server.enqueue(OPERATION.toString(), Fault.normal()
			.set("/ReportUsageResponseBody", Map.of())
			.set("/ResponseHeader/Status", "warning")
			.set("/ResponseHeader/StatusList",
					List.of(Map.of("Type", "Warning", "Code", "DefaultLanguageUsed", "Message", "Used\nen-us."))));
		ConnectResponse<JsonNode> response = exchange(JsonNode.class);
		assertThat(response.result().isObject()).isTrue();
		assertThat(response.statuses())
			.containsExactly(new ConnectStatus("Warning", "DefaultLanguageUsed", "Used\\u000aen-us."));
		assertThat(response.toString()).contains("DefaultLanguageUsed").doesNotContain("result");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"Items":"canary"}                | Items
			{"Items":[{"Price":"canary"}]}    | Items.[0].Price
			{"Items":[{"Price":1},["canary"]]}| Items.[1]
			{"Id":{"canary":1}}               | Id
			""")
	void whenTheResultCannotBeConvertedThenTheMessageContainsOnlyThePath(String result, String path) {
		this.fixture.server.enqueue(OPERATION.toString(), Fault.result(result));
		assertNotConvertible(path);
	}

	@ParameterizedTest
	@ValueSource(strings = { "[\"canary\"]", "\"canary\"", "7" })
	void whenTheResultIsNotAnObjectThenItCannotBeConverted(String result) {
		this.fixture.server.enqueue(OPERATION.toString(), Fault.result(result));
		assertNotConvertible(Usage.class.getName());
	}

	@Test
	void whenTheHeaderFollowsTheResultThenBothAreRead() {
		respond("{\"" + KEY + "\":{\"Id\":\"u\"}," + SUCCESS + "}");
		assertThat(exchange(Usage.class).result()).isEqualTo(new Usage("u", List.of()));
	}

	@Test
	void whenTheHeaderFollowsAnInvalidResultThenTheMessageContainsThePath() {
		respond("{\"" + KEY + "\":{\"Items\":[{\"Price\":\"canary\"}]}," + SUCCESS + "}");
		assertNotConvertible("Items.[0].Price");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"Items\":\"odd\"}", "\"odd\"", "[]", "null" })
	void whenAnErrorHasAnUnexpectedResultThenItsCodeIsUsed(String result) {
		String error = "\"ResponseHeader\":{\"Status\":\"Error\",\"StatusList\":[{\"Type\":\"Error\",\"Code\":\"NoAgreement\"}]}";
		for (String body : List.of("{" + error + ",\"" + KEY + "\":" + result + "}",
				"{\"" + KEY + "\":" + result + "," + error + "}")) {
			respond(body);
			ConnectApiException failure = failure(Usage.class);
			assertThat(failure).isExactlyInstanceOf(ConnectOperationException.class);
			assertThat(failure.code()).hasValue("NoAgreement");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ",\"ReportUsageResponseBody\":null", ",\"ReportUsageResult\":{\"Id\":\"u\"}" })
	void whenTheResultIsMissingThenTheResponseIsInvalid(String result) {
		for (Class<?> type : List.of(Usage.class, JsonNode.class)) {
			respond("{" + SUCCESS + result + "}");
			ConnectApiException failure = failure(type);
			assertThat(failure).isExactlyInstanceOf(ConnectProtocolException.class)
				.hasMessageContaining(KEY + " is missing");
			assertThat(failure.isTransient()).isFalse();
		}
	}

	@Test
	void whenAnOperationHasNoResultThenNoneIsExpected() {
		this.fixture.server.enqueue("DeleteLightbox", Fault.result("{}"));
		this.fixture.connect.call(ConnectOperations.DELETE_LIGHTBOX, Map.of("LightboxId", 7));
		assertThat(this.fixture.server.count("DeleteLightbox")).isOne();
	}

	@Test
	void whenAResultIsRequestedFromAnOperationWithoutResultThenItIsNotSent() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.fixture.connect.call(ConnectOperations.DELETE_LIGHTBOX, Map.of(), Map.class))
			.withMessageContaining("DeleteLightbox has no result");
		assertThat(this.fixture.server.requests()).as("not even a login").isEmpty();
	}

	@Test
	@SuppressWarnings("DataFlowIssue")
	void whenTheResultTypeIsNullThenNothingIsSent() {
		assertThatIllegalArgumentException().isThrownBy(() -> exchange(null)).withMessageContaining("result type");
		assertThat(this.fixture.server.requests()).as("not even a login").isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{%1$s,\"%2$s\":{},\"%2$s\":{}}", "{%1$s,%1$s,\"%2$s\":{}}",
			"{%1$s,\"%2$s\":{\"Id\":\"canary\",\"Id\":\"canary\"}}", "{\"%2$s\":{\"Id\":\"a\",\"Id\":\"b\"},%1$s}",
			"{%1$s,\"%2$s\":{}} canary", "{%1$s,\"%2$s\":{}}{}", "{%1$s,\"%2$s\":{}", "{%1$s,\"%2$s\":{\"Id\":\"canary",
			"[{%1$s,\"%2$s\":{}}]", "{\"%2$s\":{}}", "{\"ResponseHeader\":7,\"%2$s\":{}}",
			"{\"ResponseHeader\":null,\"%2$s\":{}}", "", "null", "<html>canary</html>" })
	void whenTheResponseIsMalformedThenTheProtocolErrorIsTransient(String body) {
		respond(body.formatted(SUCCESS, KEY));
		ConnectApiException failure = failure(Usage.class);
		assertThat(failure).as(body)
			.isExactlyInstanceOf(ConnectProtocolException.class)
			.hasNoCause()
			.hasMessageNotContaining("canary");
		assertThat(failure.isTransient()).isTrue();
	}

	@Test
	void whenTheResultIsNestedTooDeeplyThenItIsAProtocolError() {
		respond("{" + SUCCESS + ",\"" + KEY + "\":{\"Id\":" + "[".repeat(100) + "]".repeat(100) + "}}");
		assertThat(failure(JsonNode.class)).isExactlyInstanceOf(ConnectProtocolException.class);
	}

	@Test
	void whenTheStatusIsUnknownThenTheResponseIsInvalid() {
		respond("{\"ResponseHeader\":{\"Status\":\"maybe\"},\"" + KEY + "\":{}}");
		ConnectApiException failure = failure(Usage.class);
		assertThat(failure).isExactlyInstanceOf(ConnectProtocolException.class).hasMessageContaining("Status");
		assertThat(failure.isTransient()).isFalse();
	}

	private <T> T read(Class<T> type, String result) {
		this.fixture.server.enqueue(OPERATION.toString(), Fault.result(result));
		return exchange(type).result();
	}

	private void respond(String body) {
		this.fixture.server.enqueue(OPERATION.toString(), Fault.status(200).body("application/json", body));
	}

	private <T> ConnectResponse<T> exchange(Class<T> type) {
		return this.fixture.connect.exchange(ConnectRequest.of(OPERATION, Map.of()), type);
	}

	private ConnectApiException failure(Class<?> type) {
		return CallFixture.failure(() -> exchange(type));
	}

	private void assertNotConvertible(String path) {
		ConnectApiException failure = failure(Usage.class);
		assertThat(failure).isExactlyInstanceOf(ConnectProtocolException.class)
			.hasNoCause()
			.hasMessageContaining(path)
			.hasMessageNotContaining("canary");
		assertThat(failure.isTransient()).isFalse();
		assertThat(failure.operation()).hasValue(OPERATION.toString());
		assertThat(failure.coordinationId()).isPresent();
	}

	record Usage(String id, List<Item> items) {

		Usage(String id, @Nullable List<Item> items) {
			this.id = id;
			this.items = (items != null) ? items : List.of();
		}

		record Item(@Nullable BigDecimal price) {
		}

	}

}
