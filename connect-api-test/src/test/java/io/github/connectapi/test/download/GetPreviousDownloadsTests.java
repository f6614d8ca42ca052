package io.github.connectapi.test.download;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.connectapi.test.DocumentedFields;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.RawClient;
import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.Offering;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class GetPreviousDownloadsTests {

	private static final List<Image> IMAGES = Customer.licensable(Offering.EASY_ACCESS).subList(0, 3);

	private final FakeConnectServer server = FakeConnectServer.builder()
		.https(false)
		.tokenLifetimeMinutes(3000)
		.start();

	private Customer customer;

	@BeforeEach
	void logIn() throws Exception {
		this.customer = new Customer(this.server);
	}

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void whenRequestIsCompleteThenFieldsAreThoseOfThePage() throws Exception {
		buy(IMAGES.get(0));
		JsonNode envelope = list(Map.of("ItemCount", 25, "ItemStartNumber", 1, "Filter", Map.of("DateRange",
				range("2001-01-01T00:00:00+02:00", "2100-01-01T00:00:00Z"), "ProductOffering", "EasyAccess")));
		assertThat(RawClient.status(envelope)).isEqualTo("success");
		JsonNode result = envelope.path("GetPreviousDownloadsResultBody");
		DocumentedFields
			.of("PreviousDownloads Collection", "ItemCount Integer", "ItemStartNumber Integer",
					"ItemTotalCount Integer")
			.verify(result);
		DocumentedFields.of("AssetId String", "DateDownloaded String", "UrlThumb String", "ProductOffering String")
			.verifyEach(result.path("PreviousDownloads"));
		assertThat(result.findValue("AssetId").asString()).isEqualTo(IMAGES.get(0).id());
		assertThat(result.findValue("UrlThumb").asString()).startsWith(this.server.baseUrl());
		assertThat(result.findValue("ProductOffering").asString()).isEqualTo("EasyAccess");
		assertThat(result.findValue("DateDownloaded").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
	}

	@Test
	void whenNothingWasDownloadedThenListIsEmpty() throws Exception {
		JsonNode envelope = list(page(25, 1));
		assertThat(RawClient.status(envelope)).isEqualTo("success");
		assertThat(envelope.findValue("ItemTotalCount").asInt()).isZero();
	}

	@Test
	void whenPageIsRequestedThenDownloadsStartWithTheLatest() throws Exception {
		for (Image image : IMAGES) {
			buy(image);
		}
		assertThat(ids(list(page(2, 1)))).containsExactly(IMAGES.get(2).id(), IMAGES.get(1).id());
		JsonNode second = list(page(2, 3));
		assertThat(ids(second)).containsExactly(IMAGES.get(0).id());
		assertThat(second.findValue("ItemCount").asInt()).isEqualTo(1);
		assertThat(second.findValue("ItemStartNumber").asInt()).isEqualTo(3);
		assertThat(second.findValue("ItemTotalCount").asInt()).isEqualTo(3);
	}

	@Test
	void whenDownloadIsFreeThenItIsListedToo() throws Exception {
		buy(IMAGES.get(0));
		buy(IMAGES.get(0));
		assertThat(ids(list(page(25, 1)))).hasSize(2);
	}

	@Test
	void whenDownloadIsRejectedThenItIsNotListed() throws Exception {
		this.customer.buy("wrong");
		assertThat(ids(list(page(25, 1)))).isEmpty();
	}

	@Test
	void whenOtherAccountDownloadedThenItIsNotListed() throws Exception {
		buy(IMAGES.get(0));
		this.server.accounts().add("second", "its-password", null);
		this.customer = new Customer(this.server, "second", "its-password");
		assertThat(ids(list(page(25, 1)))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "StartDate,EndDate", "Start,End" })
	void whenDateRangeIsGivenThenOnlyItsDownloadsAreListed(String start, String end) throws Exception {
		buy(IMAGES.get(0));
		this.server.advanceClock(Duration.ofHours(2));
		buy(IMAGES.get(1));
		Instant now = Instant.now();
		Map<String, ?> late = Map.of(start, now.plus(Duration.ofHours(1)).toString(), end,
				now.plus(Duration.ofHours(3)).toString());
		assertThat(ids(list(filtered("DateRange", late)))).containsExactly(IMAGES.get(1).id());
		Map<String, ?> early = Map.of(start, "2001-01-01", end, now.plus(Duration.ofHours(1)).toString());
		assertThat(ids(list(filtered("DateRange", early)))).containsExactly(IMAGES.get(0).id());
	}

	@Test
	void whenProductOfferingIsGivenThenOnlyItsDownloadsAreListed() throws Exception {
		buy(IMAGES.get(0));
		assertThat(ids(list(filtered("ProductOffering", "All")))).hasSize(1);
		assertThat(ids(list(filtered("ProductOffering", "ImagePack")))).isEmpty();
		assertThat(ids(list(filtered("ProductOffering", "LegacyRfSubscription")))).isEmpty();
	}

	@Test
	void whenProductOfferingIsUnknownThenItIsInvalid() throws Exception {
		assertThat(RawClient.code(list(filtered("ProductOffering", "Subscription"))))
			.isEqualTo("InvalidProductOffering");
	}

	@Test
	void whenDateRangeIsIncompleteOrNoDateThenRequestIsInvalid() throws Exception {
		assertThat(RawClient.code(list(filtered("DateRange", Map.of("StartDate", "2011-01-01")))))
			.isEqualTo("InvalidRequest");
		assertThat(RawClient.code(list(filtered("DateRange", range("yesterday", "2011-01-01")))))
			.isEqualTo("InvalidRequest");
	}

	@ParameterizedTest
	@CsvSource({ "0,1,InvalidItemCount", "76,1,MaxExceeded", "25,0,InvalidItemStartNumber", "25,2,StartPastTotal" })
	void whenPageIsInvalidThenCodeIsTheDocumentedOne(int count, int start, String code) throws Exception {
		JsonNode envelope = list(page(count, start));
		assertThat(RawClient.status(envelope)).isEqualTo("error");
		assertThat(RawClient.code(envelope)).isEqualTo(code);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ItemCount", "ItemStartNumber" })
	void whenArgumentIsMissingThenMessageNamesIt(String name) throws Exception {
		JsonNode envelope = list(Map.of(name.equals("ItemCount") ? "ItemStartNumber" : "ItemCount", 1));
		assertThat(RawClient.code(envelope)).isEqualTo("InvalidRequest");
		assertThat(envelope.findValue("Message").asString()).isEqualTo(name + " is required.");
	}

	private void buy(Image image) throws Exception {
		assertThat(this.customer.status(this.customer.token(image, Offering.EASY_ACCESS))).isEqualTo("Success");
	}

	private JsonNode list(Map<String, ?> arguments) throws Exception {
		return this.customer.call("download", "GetPreviousDownloads", arguments);
	}

	private static List<String> ids(JsonNode envelope) {
		return envelope.findValuesAsString("AssetId");
	}

	private static Map<String, ?> page(int count, int start) {
		return Map.of("ItemCount", count, "ItemStartNumber", start);
	}

	private static Map<String, ?> filtered(String name, Object value) {
		return Map.of("ItemCount", 25, "ItemStartNumber", 1, "Filter", Map.of(name, value));
	}

	private static Map<String, ?> range(String start, String end) {
		return Map.of("StartDate", start, "EndDate", end);
	}

}
