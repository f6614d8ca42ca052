package io.github.connectapi.test.search;

import java.util.Arrays;
import java.util.stream.Stream;

import io.github.connectapi.test.DocumentedFields;
import io.github.connectapi.test.RawClient;
import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.Offering;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class SearchForImagesTests {

	private static final String[] FIELDS_OF_BOTH = { "ApplicableProductOfferings Collection", "Artist String",
			"AuthorizationConstraints Collection", "Caption String", "CollectionId String", "CollectionName String",
			"ColorType String", "DateCreated String", "DateSubmitted String", "EditorialSegments Collection",
			"EditorialSourceId String?", "EditorialSourceName String?", "EventIds Collection", "GraphicStyle String",
			"ImageFamily String", "ImageId String", "Keywords Collection", "LicensingModel String",
			"Orientations Collection", "QualityRank Integer", "ReferralDestinations Collection", "Title String",
			"UrlComp String", "UrlPreview String", "UrlThumb String", "UrlWatermarkComp String",
			"UrlWatermarkPreview String" };

	private static final String ALL_ARGUMENTS = """
			{'Filter': {'Collections': {'Ids': ['1'], 'Mode': 'exclude'},
			'EditorialSegments': ['News', 'Sports', 'Entertainment', 'Publicity', 'Royalty', 'Archival'],
			'EditorialSources': {'Ids': ['1'], 'Mode': 'exclude'}, 'EmbedContentOnly': 'false',
			'ExcludeNudity': 'true', 'FileTypes': ['eps', 'jpg'], 'GraphicStyles': ['Photography', 'Illustration'],
			'ImageFamilies': ['Creative', 'Editorial'], 'LicensingModels': ['RoyaltyFree', 'RightsManaged'],
			'Orientations': ['Horizontal', 'Vertical', 'PanoramicHorizontal', 'PanoramicVertical', 'Square'],
			'ProductOfferings': ['PremiumAccess', 'EditorialSubscription', 'EasyAccess'],
			'Refinements': [{'Category': 'AssetFamily', 'Id': 'Editorial'}], 'WhiteBackgroundOnly': false},
			'Language': 'en-us',
			'Query': {'DateCreatedRange': {'EndDate': 'END', 'StartDate': 'START'}, 'EventId': EVENT,
			'SearchPhrase': 'a', 'KeywordIds': ['KEYWORD'], 'EntityUris': [], 'SpecificPersons': []},
			'ResultOptions': {'IncludeKeywords': true, 'ItemCount': 5, 'ItemStartNumber': 1,
			'RefinementOptionsSet': 'RefinementSet3', 'EditorialSortOrder': 'MostRecent',
			'CreativeSortOrder': 'MostRecent'}}
			""";

	private final SearchFixture fixture = new SearchFixture();

	SearchForImagesTests() throws Exception {
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whenRequestHasAllArgumentsOfVersion2ThenResultHasAllFields() throws Exception {
		JsonNode envelope = this.fixture.version2(allArguments("2020-01-01", "1900-01-01"));
		assertThat(RawClient.status(envelope)).isEqualTo("success");
		JsonNode result = envelope.path("SearchForImagesResult");
		DocumentedFields
			.of("Images Collection", "EditorialSortOrder String", "CreativeSortOrder String", "ItemCount Integer",
					"ItemStartNumber Integer", "ItemTotalCount Integer", "RefinementOptions Collection")
			.verify(result);
		DocumentedFields.of("Category String", "Id String", "ImageCount Integer", "Text String")
			.verifyEach(result.path("RefinementOptions"));
		DocumentedFields.of("Id String", "Text String", "Type String", "VisualProminence String")
			.verifyEach(result.at("/Images/0/Keywords"));
	}

	@Test
	void whenRequestHasAllArgumentsOfVersion1ThenResultHasAllFields() throws Exception {
		JsonNode envelope = this.fixture
			.version1(allArguments("/Date(1577836800000-0800)/", "/Date(-2208988800000-0800)/"));
		assertThat(RawClient.status(envelope)).isEqualTo("success");
		JsonNode result = envelope.path("SearchForImagesResult");
		DocumentedFields
			.of("Images Collection", "EditorialSortOrder String", "ItemCount Integer", "ItemStartNumber Integer",
					"ItemTotalCount Integer", "RefinementOptions Collection")
			.verify(result);
		DocumentedFields.of(FIELDS_OF_BOTH).verifyEach(result.path("Images"));
	}

	@Test
	void whenVersionIs2ThenImageHas31Fields() throws Exception {
		JsonNode images = this.fixture.images("{'SearchPhrase': 'people'}", "{}").at("/SearchForImagesResult/Images");
		String[] fields = Stream
			.concat(Arrays.stream(FIELDS_OF_BOTH),
					Stream.of("Copyright String", "ReleaseMessage String", "Restrictions Collection",
							"UrlEmbed String?"))
			.toArray(String[]::new);
		assertThat(fields).hasSize(31);
		DocumentedFields.of(fields).verifyEach(images);
		DocumentedFields.of("SiteName String", "Url String").verifyEach(images.at("/0/ReferralDestinations"));
	}

	@Test
	void whenImageIsFoundThenItsFieldsAreThoseOfTheCatalog() throws Exception {
		Image image = Catalog.get().images().get(3);
		JsonNode json = this.fixture.images("{'SearchPhrase': 'Storm over the harbor, fallen tree'}", "{}")
			.at("/SearchForImagesResult/Images/0");
		assertThat(json.path("ImageId").asString()).isEqualTo(image.id());
		assertThat(json.path("DateCreated").asString())
			.isEqualTo("/Date(%d-0800)/".formatted(image.created().toInstant().toEpochMilli()));
		assertThat(json.path("DateSubmitted").asString())
			.isEqualTo("/Date(%d-0800)/".formatted(image.submitted().toInstant().toEpochMilli()));
		assertThat(json.path("EventIds").valueStream().map(JsonNode::asString))
			.containsExactlyElementsOf(image.editorial().eventIds().stream().map(String::valueOf).toList());
		assertThat(json.path("ApplicableProductOfferings").valueStream().map(JsonNode::asString))
			.containsExactlyElementsOf(image.rights().offerings().stream().map(Offering::imageWireName).toList());
		assertThat(json.path("Orientations").valueStream().map(JsonNode::asString))
			.containsExactly(image.appearance().orientation().wireName());
		assertThat(json.path("UrlThumb").asString()).startsWith(this.fixture.server.baseUrl()).contains(image.id());
	}

	@Test
	void whenImageCannotBeEmbeddedThenItHasNoUrlForIt() throws Exception {
		JsonNode images = this.fixture.images("{'SearchPhrase': 'tree'}", "{}").at("/SearchForImagesResult/Images");
		assertThat(images).isNotEmpty()
			.allSatisfy((image) -> assertThat(image.path("UrlEmbed").isString())
				.isEqualTo(Catalog.get().image(image.path("ImageId").asString()).orElseThrow().rights().embeddable()));
	}

	@Test
	void whenKeywordsAreNotRequestedThenThereAreNone() throws Exception {
		JsonNode envelope = this.fixture.images("{'SearchPhrase': 'tree'}", "{}");
		assertThat(envelope.at("/SearchForImagesResult/Images/0/Keywords").isEmpty()).isTrue();
	}

	@Test
	void whenVersionIs1ThenNewerFiltersAreIgnored() throws Exception {
		String arguments = "{'Query': {'SearchPhrase': 'tree'}, 'Filter': %s, %s}";
		assertThat(SearchFixture
			.total(this.fixture.version1(arguments.formatted("{'EmbedContentOnly': true}", SearchFixture.OPTIONS))))
			.isEqualTo(SearchFixture.total(this.fixture.version1(arguments.formatted("{}", SearchFixture.OPTIONS))));
	}

	private static String allArguments(String end, String start) {
		Image image = Catalog.get().images().get(3);
		return ALL_ARGUMENTS.replace("END", end)
			.replace("START", start)
			.replace("EVENT", image.editorial().eventIds().get(0).toString())
			.replace("KEYWORD", image.keywords().get(0).id())
			.replace("'Ids': ['1'], 'Mode': 'exclude'}, 'EmbedContentOnly'",
					"'Ids': ['999999'], 'Mode': 'exclude'}, 'EmbedContentOnly'")
			.replaceFirst("'Ids': \\['1'\\]", "'Ids': ['%s']".formatted(otherCollection(image)));
	}

	private static int otherCollection(Image image) {
		return Catalog.get()
			.collections()
			.stream()
			.filter((collection) -> collection.id() != image.collection().id())
			.findFirst()
			.orElseThrow()
			.id();
	}

}
