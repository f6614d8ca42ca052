package io.github.connectapi.test.usage;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.connectapi.test.DocumentedFields;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.RawClient;
import io.github.connectapi.test.catalog.Catalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class ReportUsageTests {

	private static final String IMAGE = Catalog.get().images().get(0).id();

	private static final String VIDEO = Catalog.get().videos().get(0).id();

	private static final DocumentedFields RESULT = DocumentedFields.of("TotalAssetUsagesProcessed Integer",
			"InvalidAssets Collection");

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	private final RawClient client = new RawClient(this.server);

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void whenUsagesAreReportedThenFieldsAreThoseOfThePage() throws Exception {
		JsonNode envelope = report("t-1", List.of(usage(IMAGE, 2), usage(VIDEO, 3), usage(IMAGE, 1)));
		assertThat(RawClient.status(envelope)).isEqualTo("success");
		RESULT.verify(envelope.path("ReportUsageResponseBody"));
		assertThat(envelope.findValue("TotalAssetUsagesProcessed").asInt()).isEqualTo(6);
		assertThat(envelope.findValue("InvalidAssets").isEmpty()).isTrue();
	}

	@Test
	void whenTransactionIdWasRecordedThenUsagesAreNotRecordedAgain() throws Exception {
		report("t-1", List.of(usage(IMAGE, 2)));
		JsonNode envelope = report("t-1", List.of(usage(IMAGE, 2)));
		assertThat(RawClient.status(envelope)).isEqualTo("warning");
		assertThat(RawClient.code(envelope)).isEqualTo("TransactionIdDuplicate");
		RESULT.verify(envelope.path("ReportUsageResponseBody"));
		assertThat(envelope.findValue("TotalAssetUsagesProcessed").asInt()).isZero();
	}

	@Test
	void whenOtherAccountRecordedTransactionIdThenItIsDuplicate() throws Exception {
		report("t-1", List.of(usage(IMAGE, 2)));
		this.server.accounts().add("second", "its-password", null);
		String token = RawClient.token(this.client.createSession("second", "its-password"), "Token");
		assertThat(
				RawClient.code(report(token, Map.of("TransactionId", "t-1", "AssetUsages", List.of(usage(IMAGE, 1))))))
			.isEqualTo("TransactionIdDuplicate");
	}

	@Test
	void whenAnAssetIsUnknownThenNothingIsRecorded() throws Exception {
		JsonNode envelope = report("t-1", List.of(usage(IMAGE, 2), usage("1", 1), usage("1", 1), usage("x", 1)));
		assertThat(RawClient.status(envelope)).isEqualTo("error");
		assertThat(RawClient.code(envelope)).isEqualTo("InvalidAssets");
		RESULT.verify(envelope.path("ReportUsageResponseBody"));
		assertThat(envelope.findValue("TotalAssetUsagesProcessed").asInt()).isZero();
		assertThat(envelope.findValue("InvalidAssets").valueStream().map(JsonNode::asString)).containsExactly("1", "x");
		assertThat(RawClient.status(report("t-1", List.of(usage(IMAGE, 2))))).isEqualTo("success");
	}

	@Test
	void whenThereAreTooManyUsagesThenMaximumIsExceeded() throws Exception {
		assertThat(RawClient.status(report("t-1", Collections.nCopies(1000, usage(IMAGE, 1))))).isEqualTo("success");
		assertThat(RawClient.code(report("t-2", Collections.nCopies(1001, usage(IMAGE, 1)))))
			.isEqualTo("AssetIdListExceedsMaxAllowed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "AssetId", "Quantity", "UsageDate" })
	void whenFieldOfUsageIsMissingThenMessageNamesIt(String name) throws Exception {
		Map<String, Object> usage = new HashMap<>(usage(IMAGE, 1));
		usage.remove(name);
		JsonNode envelope = report("t-1", List.of(usage));
		assertThat(RawClient.code(envelope)).isEqualTo("InvalidRequest");
		assertThat(envelope.findValue("Message").asString()).isEqualTo(name + " is required.");
	}

	@ParameterizedTest
	@CsvSource({ "Quantity,0", "Quantity,many", "UsageDate,14.01.2014", "UsageDate,2014-13-01" })
	void whenFieldOfUsageIsInvalidThenMessageNamesIt(String name, String value) throws Exception {
		Map<String, Object> usage = new HashMap<>(usage(IMAGE, 1));
		usage.put(name, value);
		JsonNode envelope = report("t-1", List.of(usage));
		assertThat(RawClient.code(envelope)).isEqualTo("InvalidRequest");
		assertThat(envelope.findValue("Message").asString()).startsWith(name + " must be ");
	}

	@Test
	void whenDateHasTimeThenItIsAccepted() throws Exception {
		Map<String, Object> usage = new HashMap<>(usage(IMAGE, 1));
		usage.put("UsageDate", "2014-01-14T10:00:00+01:00");
		assertThat(RawClient.status(report("t-1", List.of(usage)))).isEqualTo("success");
	}

	@Test
	void whenTransactionIdIsMissingOrTooLongThenRequestIsInvalid() throws Exception {
		assertThat(report("", List.of(usage(IMAGE, 1))).findValue("Message").asString())
			.isEqualTo("TransactionId is required.");
		assertThat(RawClient.code(report("t".repeat(1001), List.of(usage(IMAGE, 1))))).isEqualTo("InvalidRequest");
	}

	@Test
	void whenThereAreNoUsagesThenRequestIsInvalid() throws Exception {
		assertThat(report("t-1", List.of()).findValue("Message").asString())
			.isEqualTo("AssetUsages must not be empty.");
	}

	private JsonNode report(String transactionId, List<Map<String, Object>> usages) throws Exception {
		return report(RawClient.token(this.client.createSession(), "Token"),
				Map.of("TransactionId", transactionId, "AssetUsages", usages));
	}

	private JsonNode report(String token, Map<String, ?> arguments) throws Exception {
		return this.client.call("/v1/usage/ReportUsage", token, "ReportUsageRequestBody", arguments);
	}

	private static Map<String, Object> usage(String assetId, int quantity) {
		return Map.of("AssetId", assetId, "Quantity", quantity, "UsageDate", "2014-01-14");
	}

}
