package io.github.connectapi.test.download;

import java.util.ArrayList;
import java.util.Comparator;
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

class GetPreviousPurchasesTests {

	private static final List<Image> IMAGES = shuffled(Customer.licensable(Offering.EASY_ACCESS));

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	private Customer customer;

	@BeforeEach
	void buy() throws Exception {
		this.customer = new Customer(this.server);
		for (Image image : IMAGES) {
			this.customer.buy(this.customer.token(image, Offering.EASY_ACCESS));
		}
	}

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void whenRequestIsCompleteThenFieldsAreThoseOfThePage() throws Exception {
		JsonNode envelope = list(Map.of("ItemCount", 25, "ItemStartNumber", 1, "ItemSortType", "OrderDateAscending",
				"Filter", Map.of("SearchCriteria", IMAGES.get(0).id(), "SearchCriteriaType", "AssetId")));
		assertThat(RawClient.status(envelope)).isEqualTo("success");
		JsonNode result = envelope.path("GetPreviousPurchasesResultBody");
		DocumentedFields
			.of("PreviousPurchases Collection", "ItemCount Integer", "ItemStartNumber Integer",
					"ItemTotalCount Integer")
			.verify(result);
		DocumentedFields.of("AssetId String", "DatePurchased String", "OrderId String", "UrlThumb String")
			.verifyEach(result.path("PreviousPurchases"));
	}

	@Test
	void whenDownloadIsFreeThenItIsNoPurchase() throws Exception {
		this.customer.buy(this.customer.token(IMAGES.get(0), Offering.EASY_ACCESS));
		assertThat(list(page()).findValue("ItemTotalCount").asInt()).isEqualTo(IMAGES.size());
	}

	@Test
	void whenOneRequestBuysSeveralThenTheyAreOneOrder() throws Exception {
		List<Image> others = Customer.licensable(Offering.ROYALTY_FREE_SUBSCRIPTION)
			.stream()
			.filter((image) -> !IMAGES.contains(image))
			.limit(2)
			.toList();
		this.customer.buy(this.customer.token(others.get(0), Offering.ROYALTY_FREE_SUBSCRIPTION),
				this.customer.token(others.get(1), Offering.ROYALTY_FREE_SUBSCRIPTION));
		List<String> orders = list(page()).findValuesAsString("OrderId");
		assertThat(orders.get(0)).isEqualTo(orders.get(1)).isNotEqualTo(orders.get(2));
		assertThat(ids(list(filtered("OrderId", orders.get(0))))).hasSize(2);
	}

	@Test
	void whenThereIsNoSortTypeThenLatestIsFirst() throws Exception {
		assertThat(ids(list(page()))).first().isEqualTo(IMAGES.get(IMAGES.size() - 1).id());
	}

	@ParameterizedTest
	@ValueSource(strings = { "AssetId", "ClientName", "CollectionName", "OrderDate", "PurchaseOrderNumber" })
	void whenSortTypeIsDocumentedThenItIsAccepted(String field) throws Exception {
		assertThat(ids(list(sorted(field + "Ascending")))).hasSameSizeAs(IMAGES);
		assertThat(ids(list(sorted(field + "Descending")))).hasSameSizeAs(IMAGES);
	}

	@Test
	void whenSortedByAssetIdThenOrderIsNumeric() throws Exception {
		assertThat(ids(list(sorted("AssetIdAscending")))).isSortedAccordingTo(Comparator.comparing(Long::valueOf));
		assertThat(ids(list(sorted("AssetIdDescending"))))
			.isSortedAccordingTo(Comparator.comparing(Long::valueOf, Comparator.reverseOrder()));
	}

	@Test
	void whenSortedByCollectionNameThenCollectionsAreInOrder() throws Exception {
		List<String> names = ids(list(sorted("CollectionNameAscending"))).stream()
			.map((id) -> Customer.image((image) -> image.id().equals(id)).collection().name())
			.toList();
		assertThat(names).isSorted().contains(IMAGES.get(0).collection().name());
	}

	@ParameterizedTest
	@ValueSource(strings = { "OrderDate", "ascending", "PriceAscending", "Descending" })
	void whenSortTypeIsUnknownThenItIsInvalid(String type) throws Exception {
		assertThat(RawClient.code(list(sorted(type)))).isEqualTo("InvalidItemSortType");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ClientName", "JobReferenceNumber", "PurchaseOrderNumber", "OrderId", "AssetId" })
	void whenNoPurchaseMatchesThenListIsEmpty(String type) throws Exception {
		JsonNode envelope = list(filtered(type, "1"));
		assertThat(RawClient.status(envelope)).isEqualTo("success");
		assertThat(envelope.findValue("ItemTotalCount").asInt()).isZero();
	}

	@Test
	void whenCriteriaTypeIsUnknownThenItIsInvalid() throws Exception {
		assertThat(RawClient.code(list(filtered("Title", "1")))).isEqualTo("InvalidSearchCriteriaType");
	}

	@ParameterizedTest
	@ValueSource(strings = { "SearchCriteria", "SearchCriteriaType" })
	void whenOnlyOneCriteriaFieldIsGivenThenRequestMismatches(String name) throws Exception {
		assertThat(
				RawClient.code(list(Map.of("ItemCount", 25, "ItemStartNumber", 1, "Filter", Map.of(name, "AssetId")))))
			.isEqualTo("SearchCriteriaRequestMismatch");
	}

	@ParameterizedTest
	@CsvSource({ "0,1,InvalidItemCount", "76,1,MaxExceeded", "25,0,InvalidItemStartNumber", "25,99,StartPastTotal" })
	void whenPageIsInvalidThenCodeIsTheDocumentedOne(int count, int start, String code) throws Exception {
		assertThat(RawClient.code(list(Map.of("ItemCount", count, "ItemStartNumber", start)))).isEqualTo(code);
	}

	@Test
	void whenItemCountIsMissingThenMessageNamesIt() throws Exception {
		JsonNode envelope = list(Map.of("ItemStartNumber", 1));
		assertThat(RawClient.code(envelope)).isEqualTo("InvalidRequest");
		assertThat(envelope.findValue("Message").asString()).isEqualTo("ItemCount is required.");
	}

	private JsonNode list(Map<String, ?> arguments) throws Exception {
		return this.customer.call("purchase", "GetPreviousPurchases", arguments);
	}

	private static List<String> ids(JsonNode envelope) {
		return envelope.findValuesAsString("AssetId");
	}

	private static Map<String, ?> page() {
		return Map.of("ItemCount", 25, "ItemStartNumber", 1);
	}

	private static Map<String, ?> sorted(String type) {
		return Map.of("ItemCount", 25, "ItemStartNumber", 1, "ItemSortType", type);
	}

	private static Map<String, ?> filtered(String type, String value) {
		return Map.of("ItemCount", 25, "ItemStartNumber", 1, "Filter",
				Map.of("SearchCriteria", value, "SearchCriteriaType", type));
	}

	/** Return images of several collections that are not ordered by id. */
	private static List<Image> shuffled(List<Image> images) {
		List<Image> chosen = new ArrayList<>(List.of(images.get(4), images.get(0)));
		chosen.add(images.stream()
			.filter((image) -> !image.collection().equals(images.get(0).collection()))
			.findFirst()
			.orElseThrow());
		return chosen.stream().distinct().toList();
	}

}
