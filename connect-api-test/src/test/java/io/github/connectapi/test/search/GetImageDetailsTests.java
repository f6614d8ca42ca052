package io.github.connectapi.test.search;

import java.util.Collections;
import java.util.Map;

import io.github.connectapi.test.DocumentedFields;
import io.github.connectapi.test.RawClient;
import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.ImageFamily;
import io.github.connectapi.test.catalog.LicensingModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class GetImageDetailsTests {

	private final SearchFixture fixture = new SearchFixture();

	GetImageDetailsTests() throws Exception {
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whenIdsAreKnownThenImagesHaveAllFields() throws Exception {
		JsonNode envelope = details("'90000001', 90000004, '90000012'");
		assertThat(RawClient.status(envelope)).isEqualTo("success");
		DocumentedFields
			.of("ApplicableProductOfferings Collection", "Artist String", "ArtistTitle String", "Caption String",
					"City String", "CollectionId String", "CollectionName String", "ColorType String",
					"Copyright String", "Country String", "CreditLine String", "DateCreated String",
					"DateSubmitted String", "EditorialSegments Collection", "EditorialSourceId String?",
					"EditorialSourceName String?", "EventId Integer?", "EventIds Collection", "GraphicStyle String",
					"ImageFamily String", "ImageId String", "Keywords Collection", "LicensingModel String",
					"QualityRank Integer", "ReferralDestinations Collection", "ReleaseMessage String",
					"Restrictions Collection", "SizesDownloadableImages Collection", "StateProvince String",
					"Title String", "UrlComp String", "UrlHiResComp String", "UrlPreview String", "UrlThumb String",
					"UrlWatermarkComp String", "UrlWatermarkHiResComp String", "UrlWatermarkPreview String")
			.verifyEach(envelope.at("/GetImageDetailsResult/Images"));
		JsonNode image = envelope.at("/GetImageDetailsResult/Images/0");
		DocumentedFields.of("Id String", "Text String", "Type String").verifyEach(image.path("Keywords"));
		DocumentedFields.of("SiteName String", "Url String").verifyEach(image.path("ReferralDestinations"));
	}

	@Test
	void whenIdsAreKnownThenImagesAreInTheirOrder() throws Exception {
		assertThat(details("'90000012', '90000001', '90000012'").at("/GetImageDetailsResult/Images")
			.valueStream()
			.map((image) -> image.path("ImageId").asString())).containsExactly("90000012", "90000001");
	}

	@Test
	void whenImageHasOfferingThenItsSizesHaveNineFields() throws Exception {
		JsonNode sizes = details("'90000001'").at("/GetImageDetailsResult/Images/0/SizesDownloadableImages");
		DocumentedFields
			.of("FileSizeInBytes Integer", "InchesHeight Double", "InchesWidth Double", "MimeType String",
					"PixelHeight Integer", "PixelWidth Integer", "ResolutionDpi Integer", "SizeKey String",
					"SizeName String?")
			.verifyEach(sizes);
		Image image = Catalog.get().image("90000001").orElseThrow();
		assertThat(sizes.valueStream().map((size) -> size.path("SizeKey").asString()))
			.containsExactlyElementsOf(image.sizes().stream().map((size) -> size.key()).toList());
	}

	@Test
	void whenNoOfferingAuthorizesImageThenItHasNoSizes() throws Exception {
		Image image = Catalog.get()
			.images()
			.stream()
			.filter((candidate) -> candidate.rights().offerings().isEmpty())
			.findFirst()
			.orElseThrow();
		JsonNode json = details("'%s'".formatted(image.id())).at("/GetImageDetailsResult/Images/0");
		assertThat(json.path("ApplicableProductOfferings").isEmpty()).isTrue();
		assertThat(json.path("SizesDownloadableImages").isEmpty()).isTrue();
	}

	@Test
	void whenDetailIncludesSizeNamesThenRoyaltyFreeCreativeImagesHaveThem() throws Exception {
		Image image = Catalog.get()
			.images()
			.stream()
			.filter((candidate) -> candidate.family() == ImageFamily.CREATIVE
					&& candidate.rights().licensingModel() == LicensingModel.ROYALTY_FREE
					&& !candidate.rights().offerings().isEmpty())
			.findFirst()
			.orElseThrow();
		String body = RawClient.envelope(this.fixture.token, "c", "GetImageDetailsRequestBody",
				SearchFixture.arguments("{'ImageIds': ['%s'], 'Language': 'en-us'}".formatted(image.id())));
		ObjectNode request = (ObjectNode) JsonMapper.shared().readTree(body);
		request.withObject("/RequestHeader").put("Detail", "IncludeSizeName");
		JsonNode envelope = RawClient.json(this.fixture.client.post("/v1/search/GetImageDetails",
				JsonMapper.shared().writeValueAsString(request)));
		assertThat(envelope.findValue("SizeName").asString()).isEqualTo(image.sizes().get(0).name());
	}

	@Test
	void whenSomeIdsAreUnknownThenEachIsAWarning() throws Exception {
		JsonNode envelope = details("'1', '90000001', 'abc'");
		assertThat(RawClient.status(envelope)).isEqualTo("warning");
		assertThat(
				envelope.at("/ResponseHeader/StatusList").valueStream().map((entry) -> entry.path("Code").asString()))
			.containsExactly("ImageNotFound", "ImageNotFound");
		assertThat(envelope.at("/ResponseHeader/StatusList/1/Message").asString())
			.isEqualTo("There is no image with the id 'abc'.");
		assertThat(envelope.at("/GetImageDetailsResult/Images")).hasSize(1);
	}

	@Test
	void whenAllIdsAreUnknownThenCodeNamesIt() throws Exception {
		JsonNode envelope = details("'1'");
		assertThat(RawClient.status(envelope)).isEqualTo("error");
		assertThat(RawClient.code(envelope)).isEqualTo("ImageNotFound");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{'ImageIds': []}", "{'ImageIds': null}" })
	void whenIdsAreMissingThenMessageNamesField(String arguments) throws Exception {
		JsonNode envelope = call(arguments);
		assertThat(RawClient.code(envelope)).isEqualTo("InvalidRequest");
		assertThat(envelope.findValue("Message").asString()).isEqualTo("ImageIds is required.");
	}

	@Test
	void whenThereAreTooManyIdsThenCodeNamesIt() throws Exception {
		assertThat(RawClient.status(details(String.join(", ", Collections.nCopies(90, "90000001")))))
			.isEqualTo("success");
		assertThat(RawClient.code(details(String.join(", ", Collections.nCopies(91, "90000001")))))
			.isEqualTo("AssetIdListExceedsMaxAllowed");
	}

	@Test
	void whenFieldHasNameOfTheTableThenItIsAccepted() throws Exception {
		assertThat(call("{'ImageId': ['90000001']}").at("/GetImageDetailsResult/Images")).hasSize(1);
	}

	@Test
	void whenTokenIsOfApplicationThenItIsAccepted() throws Exception {
		String token = RawClient.token(this.fixture.client.createApplicationSession(), "Token");
		JsonNode envelope = this.fixture.client.call("/v1/search/GetImageDetails", token, "GetImageDetailsRequestBody",
				Map.of("ImageIds", new String[] { "90000001" }));
		assertThat(RawClient.status(envelope)).isEqualTo("success");
	}

	private JsonNode details(String ids) throws Exception {
		return call("{'ImageIds': [%s], 'Language': 'en-us'}".formatted(ids));
	}

	private JsonNode call(String arguments) throws Exception {
		return this.fixture.call("/v1/search/GetImageDetails", "GetImageDetailsRequestBody", arguments);
	}

}
