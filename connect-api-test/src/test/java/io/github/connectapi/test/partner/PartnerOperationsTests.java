package io.github.connectapi.test.partner;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.connectapi.test.DocumentedFields;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.RawClient;
import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Image;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class PartnerOperationsTests {

	private static final int ALL = 1;

	private static final int EDITORIAL = 3;

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	private final RawClient client = new RawClient(this.server);

	private final String token;

	PartnerOperationsTests() throws Exception {
		this.token = RawClient.token(this.client.createSession(), "Token");
	}

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void whenChangesAreReadThenTheyHaveDocumentedFields() throws Exception {
		JsonNode envelope = changes(ALL, 500);
		assertThat(RawClient.status(envelope)).isEqualTo("success");
		JsonNode result = envelope.path("GetAssetChangesResponseBody");
		DocumentedFields.of("ChangedAssets Collection", "TransactionId String").verify(result);
		DocumentedFields
			.of("AssetChangedDateTimeUtc String", "AssetId String", "AssetLifecycle String", "AssetType String",
					"ChangedProperties Collection", "Url String")
			.verifyEach(result.path("ChangedAssets"));
		assertThat(result.findValuesAsString("AssetChangedDateTimeUtc"))
			.allMatch((date) -> date.matches("/Date\\(-?\\d{9,13}-0800\\)/"));
	}

	@Test
	void whenItemCountIsMissingThenTenChangesAreReturned() throws Exception {
		assertThat(changed(get(Map.of("ChannelId", ALL)))).hasSize(10);
	}

	@Test
	void whenChangesAreNotConfirmedThenTheyRepeat() throws Exception {
		JsonNode first = changes(ALL, 20);
		assertThat(changes(ALL, 30)).isEqualTo(first);
	}

	@Test
	void whenChangesAreConfirmedThenNextOnesFollow() throws Exception {
		JsonNode first = changes(ALL, 20);
		JsonNode confirmation = confirm(transactionId(first));
		assertThat(RawClient.status(confirmation)).isEqualTo("success");
		DocumentedFields.of().verify(confirmation.path("ConfirmAssetChangesResponseBody"));
		JsonNode second = changes(ALL, 20);
		assertThat(changed(second)).hasSize(20).doesNotContainAnyElementsOf(changed(first));
		assertThat(transactionId(second)).isNotEqualTo(transactionId(first));
	}

	@Test
	void whenAllChangesAreConfirmedThenEachImageWasNewAndNoMoreFollow() throws Exception {
		List<JsonNode> all = all(ALL);
		assertThat(all).filteredOn((change) -> lifecycle(change).equals("New"))
			.extracting((change) -> change.path("AssetId").asString())
			.containsExactlyInAnyOrderElementsOf(Catalog.get().images().stream().map(Image::id).toList());
		assertThat(changed(changes(ALL, 500))).isEmpty();
	}

	@Test
	void whenImageIsUpdatedOrDeletedThenItHasNoUrl() throws Exception {
		List<JsonNode> all = all(ALL);
		assertThat(all).extracting(PartnerOperationsTests::lifecycle).containsOnly("New", "Updated", "Deleted");
		assertThat(all).allSatisfy((change) -> {
			String url = change.path("Url").asString();
			assertThat(url.isEmpty()).isEqualTo(!lifecycle(change).equals("New"));
			assertThat(change.path("AssetType").asString()).isEqualTo("Image");
			assertThat(change.path("ChangedProperties")).isEmpty();
		});
	}

	@Test
	void whenImageIsDeletedThenCatalogDoesNotHaveIt() throws Exception {
		assertThat(all(ALL)).filteredOn((change) -> lifecycle(change).equals("Deleted"))
			.isNotEmpty()
			.noneMatch((change) -> Catalog.get().image(change.path("AssetId").asString()).isPresent());
	}

	@Test
	void whenChannelIsOfOneFamilyThenOthersHaveTheirOwnPosition() throws Exception {
		confirm(transactionId(changes(ALL, 5)));
		Set<String> ids = new HashSet<>(changes(EDITORIAL, 5).findValuesAsString("AssetId"));
		assertThat(ids).isNotEmpty()
			.allSatisfy((id) -> assertThat(Catalog.get().image(id))
				.hasValueSatisfying((image) -> assertThat(image.family().wireName()).isEqualTo("Editorial")));
	}

	@Test
	void whenOtherAccountReadsChangesThenItBeginsWithTheFirst() throws Exception {
		JsonNode first = changes(ALL, 5);
		confirm(transactionId(first));
		JsonNode other = call(otherToken(), "GetAssetChanges", Map.of("ChannelId", ALL, "ItemCount", 5));
		assertThat(changed(other)).isEqualTo(changed(first));
	}

	@Test
	void whenServerStartsAgainThenChangesAreTheSame() throws Exception {
		List<JsonNode> before = changed(changes(ALL, 20));
		this.server.reset();
		String newToken = RawClient.token(this.client.createSession(), "Token");
		assertThat(changed(call(newToken, "GetAssetChanges", Map.of("ChannelId", ALL, "ItemCount", 20))))
			.isEqualTo(before);
	}

	@ParameterizedTest
	@CsvSource({ "1,0,InvalidItemCount", "1,-1,InvalidItemCount", "1,501,MaxExceeded", "1,x,InvalidRequest",
			"0,10,InvalidRequest", "4,10,InvalidRequest", "x,10,InvalidRequest", "'',10,InvalidRequest" })
	void whenArgumentIsNotValidThenCodeDescribesIt(String channelId, String itemCount, String code) throws Exception {
		assertThat(RawClient.code(get(Map.of("ChannelId", channelId, "ItemCount", itemCount)))).isEqualTo(code);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GetAssetChanges,ChannelId", "ConfirmAssetChanges,TransactionId" })
	void whenArgumentIsMissingThenRequestIsInvalid(String operationAndField) throws Exception {
		String[] columns = operationAndField.split(",");
		JsonNode envelope = call(this.token, columns[0], Map.of());
		assertThat(RawClient.code(envelope)).isEqualTo("InvalidRequest");
		assertThat(envelope.at("/ResponseHeader/StatusList/0/Message").asString())
			.isEqualTo("%s is required.".formatted(columns[1]));
	}

	@Test
	void whenTransactionIdIsUnknownOrOutdatedThenRequestIsInvalid() throws Exception {
		String transactionId = transactionId(changes(ALL, 5));
		assertThat(RawClient.code(confirm("unknown"))).isEqualTo("InvalidRequest");
		confirm(transactionId);
		assertThat(RawClient.code(confirm(transactionId))).isEqualTo("InvalidRequest");
	}

	@Test
	void whenTransactionIdIsOfOtherAccountThenChangesRepeat() throws Exception {
		JsonNode first = changes(ALL, 5);
		JsonNode envelope = call(otherToken(), "ConfirmAssetChanges", Map.of("TransactionId", transactionId(first)));
		assertThat(RawClient.code(envelope)).isEqualTo("InvalidRequest");
		assertThat(changes(ALL, 5)).isEqualTo(first);
	}

	private List<JsonNode> all(int channelId) throws Exception {
		List<JsonNode> all = new ArrayList<>();
		JsonNode envelope = changes(channelId, 500);
		while (!changed(envelope).isEmpty()) {
			all.addAll(changed(envelope));
			confirm(transactionId(envelope));
			envelope = changes(channelId, 500);
		}
		return all;
	}

	private JsonNode changes(int channelId, int itemCount) throws Exception {
		return get(Map.of("ChannelId", channelId, "ItemCount", itemCount));
	}

	private JsonNode get(Map<String, ?> arguments) throws Exception {
		return call(this.token, "GetAssetChanges", arguments);
	}

	private JsonNode confirm(String transactionId) throws Exception {
		return call(this.token, "ConfirmAssetChanges", Map.of("TransactionId", transactionId));
	}

	private JsonNode call(String token, String operation, Map<String, ?> arguments) throws Exception {
		return this.client.call("/v1/partnerassetingestion/" + operation, token, operation + "RequestBody", arguments);
	}

	private String otherToken() throws Exception {
		this.server.accounts().add("other", "its-password", null);
		return RawClient.token(this.client.createSession("other", "its-password"), "Token");
	}

	private static List<JsonNode> changed(JsonNode envelope) {
		return envelope.at("/GetAssetChangesResponseBody/ChangedAssets").valueStream().toList();
	}

	private static String lifecycle(JsonNode change) {
		return change.path("AssetLifecycle").asString();
	}

	private static String transactionId(JsonNode envelope) {
		return envelope.at("/GetAssetChangesResponseBody/TransactionId").asString();
	}

}
