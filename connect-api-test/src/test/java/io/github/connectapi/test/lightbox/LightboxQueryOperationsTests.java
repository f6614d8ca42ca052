package io.github.connectapi.test.lightbox;

import java.util.Map;

import io.github.connectapi.test.DocumentedFields;
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

/**
 * Tests for GetLightbox and GetLightboxHeaders.
 */
class LightboxQueryOperationsTests {

	private static final DocumentedFields HEADER = DocumentedFields.of("LightboxId String", "LightboxName String",
			"ClientName String", "ProjectName String", "DateCreated String", "DateModified String", "IsShared Boolean",
			"LightboxItemCount String", "LightboxUrl String", "Notes String");

	private static final String[] ITEM = { "AssetId String", "Comment String", "DateCreated String",
			"DateModified String", "ItemPosition String", "LightboxItemId String", "Urls Object", "Title String",
			"Caption String", "MaxWidthAvailable Integer", "MaxHeightAvailable Integer" };

	private final LightboxFixture fixture;

	LightboxQueryOperationsTests() throws Exception {
		this.fixture = new LightboxFixture();
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whenLightboxIsReadThenItHasDocumentedFields() throws Exception {
		String video = Catalog.get().videos().get(0).id();
		JsonNode envelope = get(this.fixture.createWithItems(LightboxFixture.image(0), video),
				Map.of("ItemCount", 10, "ItemStartNumber", 1, "IncludeMaxSizePerLightboxItem", true));
		assertThat(RawClient.status(envelope)).isEqualTo("success");
		DocumentedFields.of("Lightbox Object").verify(envelope.path("GetLightboxResult"));
		JsonNode lightbox = envelope.at("/GetLightboxResult/Lightbox");
		DocumentedFields.of("LightboxHeader Object", "LightboxItems Collection").verify(lightbox);
		HEADER.verify(lightbox.path("LightboxHeader"));
		DocumentedFields.of(ITEM).verifyEach(lightbox.path("LightboxItems"));
		DocumentedFields.of("Preview String", "SmallThumb String", "Thumb String", "WatermarkPreview String")
			.verify(lightbox.at("/LightboxItems/0/Urls"));
	}

	@Test
	void whenItemIsImageThenItDescribesTheImage() throws Exception {
		Image image = Catalog.get().images().get(0);
		JsonNode item = get(this.fixture.createWithItems(image.id()),
				Map.of("ItemCount", 10, "ItemStartNumber", 1, "IncludeMaxSizePerLightboxItem", "true"))
			.at("/GetLightboxResult/Lightbox/LightboxItems/0");
		assertThat(item.path("Title").asString()).isEqualTo(image.title());
		assertThat(item.path("Caption").asString()).isEqualTo(image.caption());
		assertThat(item.path("MaxWidthAvailable").asInt()).isEqualTo(image.largestSize().pixelWidth());
		assertThat(item.path("MaxHeightAvailable").asInt()).isEqualTo(image.largestSize().pixelHeight());
		assertThat(item.at("/Urls/Thumb").asString()).startsWith(this.fixture.server.baseUrl()).contains(image.id());
	}

	@Test
	void whenMaxSizeIsNotIncludedThenItemsHaveNone() throws Exception {
		JsonNode item = this.fixture.lightbox(this.fixture.createWithItems(LightboxFixture.image(0)))
			.at("/LightboxItems/0");
		assertThat(item.isObject()).isTrue();
		assertThat(item.propertyNames()).doesNotContain("MaxWidthAvailable", "MaxHeightAvailable");
	}

	@Test
	void whenLightboxIsReadThenDatesAreDocumentedFormat() throws Exception {
		int id = this.fixture.createWithItems(LightboxFixture.image(0));
		assertThat(this.fixture.lightbox(id).findValuesAsString("DateCreated")).hasSize(2)
			.allMatch((date) -> date.matches("/Date\\(\\d{13}-0800\\)/"));
	}

	@Test
	void whenLightboxIsReadByOtherAccountOrApplicationThenItIsReturned() throws Exception {
		Map<String, ?> arguments = Map.of("LightboxId", this.fixture.create("Trees"), "LightboxItemsViewOptions",
				LightboxFixture.FIRST_PAGE);
		assertThat(RawClient.status(this.fixture.callAsOther("GetLightbox", arguments))).isEqualTo("success");
		assertThat(RawClient.status(this.fixture.callAsApplication("GetLightbox", arguments))).isEqualTo("success");
	}

	@Test
	void whenPageIsReadThenItHasItsItemsAndPositions() throws Exception {
		int id = this.fixture.createWithItems(LightboxFixture.image(0), LightboxFixture.image(1),
				LightboxFixture.image(2));
		JsonNode items = get(id, Map.of("ItemCount", 1, "ItemStartNumber", 2))
			.at("/GetLightboxResult/Lightbox/LightboxItems");
		assertThat(items).singleElement().satisfies((item) -> {
			assertThat(item.path("AssetId").asString()).isEqualTo(LightboxFixture.image(1));
			assertThat(item.path("ItemPosition").asString()).isEqualTo("2");
		});
	}

	@Test
	void whenLightboxIsEmptyThenItHasNoItems() throws Exception {
		assertThat(this.fixture.lightbox(this.fixture.create("Trees")).path("LightboxItems")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "0,1,InvalidItemCount", "-1,1,InvalidItemCount", "501,1,MaxExceeded", "10,0,InvalidItemStartNumber",
			"10,-1,InvalidItemStartNumber", "10,2,StartPastTotal", "10,x,InvalidRequest",
			"99999999999,1,InvalidRequest", ",1,InvalidRequest", "10,,InvalidRequest" })
	void whenPageIsNotValidThenCodeDescribesIt(String count, String start, String code) throws Exception {
		Map<String, ?> page = Map.of("ItemCount", (count != null) ? count : "", "ItemStartNumber",
				(start != null) ? start : "");
		int id = this.fixture.createWithItems(LightboxFixture.image(0));
		assertThat(RawClient.code(get(id, page))).isEqualTo(code);
		assertThat(RawClient.code(this.fixture.call("GetLightboxHeaders", Map.of("ResultsViewOptions", page))))
			.isEqualTo(code);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GetLightbox", "GetLightboxHeaders" })
	void whenViewOptionsAreMissingThenRequestIsInvalid(String operation) throws Exception {
		JsonNode envelope = this.fixture.call(operation, Map.of("LightboxId", this.fixture.create("Trees")));
		assertThat(RawClient.code(envelope)).isEqualTo("InvalidRequest");
		assertThat(envelope.at("/ResponseHeader/StatusList/0/Message").asString()).isEqualTo("ItemCount is required.");
	}

	@Test
	void whenHeadersAreReadThenTheyHaveDocumentedFields() throws Exception {
		this.fixture.create("Trees");
		JsonNode envelope = this.fixture.headers();
		assertThat(RawClient.status(envelope)).isEqualTo("success");
		JsonNode result = envelope.path("GetLightboxHeadersResult");
		DocumentedFields.of("LightboxHeaders Collection", "TotalLightboxHeaderCount Integer").verify(result);
		HEADER.verifyEach(result.path("LightboxHeaders"));
	}

	@Test
	void whenHeadersAreReadThenPageHasOwnLightboxesInOrderOfCreation() throws Exception {
		this.fixture.create("first");
		this.fixture.callAsOther("CreateLightbox", Map.of("LightboxName", "other"));
		this.fixture.create("second");
		this.fixture.create("third");
		JsonNode result = this.fixture
			.call("GetLightboxHeaders", Map.of("ResultsViewOptions", Map.of("ItemCount", 1, "ItemStartNumber", 2)))
			.path("GetLightboxHeadersResult");
		assertThat(result.findValuesAsString("LightboxName")).containsExactly("second");
		assertThat(result.path("TotalLightboxHeaderCount").asInt()).isEqualTo(3);
	}

	@Test
	void whenLightboxIsSharedThenItsHeaderIsListed() throws Exception {
		this.fixture.share(this.fixture.create("Trees"));
		assertThat(this.fixture.headers().at("/GetLightboxHeadersResult/LightboxHeaders"))
			.extracting((header) -> header.path("IsShared").asBoolean())
			.containsExactly(false, true);
	}

	@Test
	void whenAccountHasNoLightboxesThenNoneAreFound() throws Exception {
		this.fixture.callAsOther("CreateLightbox", Map.of("LightboxName", "other"));
		JsonNode envelope = this.fixture.headers();
		assertThat(RawClient.status(envelope)).isEqualTo("error");
		assertThat(RawClient.code(envelope)).isEqualTo("LightboxesNotFound");
	}

	private JsonNode get(int id, Map<String, ?> page) throws Exception {
		return this.fixture.call("GetLightbox", Map.of("LightboxId", id, "LightboxItemsViewOptions", page));
	}

}
