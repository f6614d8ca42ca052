package io.github.connectapi.test.search;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.connectapi.test.DocumentedFields;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.RawClient;
import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.ImageFamily;
import io.github.connectapi.test.catalog.Video;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class SearchForVideosTests {

	private static final Video FIRST = Catalog.get().videos().get(0);

	private static final String ALL = "{'SearchPhrase': 'o'}";

	private final SearchFixture fixture = new SearchFixture();

	SearchForVideosTests() throws Exception {
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whenRequestHasAllArgumentsThenItIsAccepted() throws Exception {
		JsonNode envelope = search("""
				{'Filter': {'AssetFamilies': ['Creative'], 'ClipType': 'Raw',
				'Collections': {'Ids': ['%d'], 'Mode': 'Include'}, 'ExcludeNudity': 'true', 'Formats': ['HD', 'SD'],
				'LicensingModels': ['RoyaltyFree', 'RightsReady']}, 'Language': 'en-us',
				'Query': {'KeywordIds': ['%s'], 'SearchPhrase': '%s', 'EntityUris': []},
				'ResultOptions': {'ItemCount': 90, 'ItemStartNumber': 1, 'SortOrder': 'BestMatch'}}
				""".formatted(FIRST.collection().id(), FIRST.keywords().get(0).id(), FIRST.title()));
		assertThat(RawClient.status(envelope)).isEqualTo("success");
	}

	@Test
	void whenVideosAreFoundThenTheyHaveAllFields() throws Exception {
		JsonNode result = this.fixture.videos(ALL, "{}").path("SearchForVideosResult");
		DocumentedFields
			.of("Videos Collection", "ItemCount Integer", "ItemStartNumber Integer", "ItemTotalCount Integer")
			.verify(result);
		DocumentedFields
			.of("AspectRatios Collection", "AssetFamily String", "AssetId String",
					"AuthorizationConstraints Collection", "Caption String", "ClipLength String", "CollectionId String",
					"CollectionName String", "Color String", "Copyright String", "DateCreated String",
					"DownloadSizes Collection", "Era String", "FilmMaker String", "Keywords Collection",
					"LicenseType String", "MasteredTo String", "OriginallyShotOn String", "Release String",
					"Restrictions Collection", "ShotSpeed String", "Source String?", "Title String", "Urls Object")
			.verifyEach(result.path("Videos"));
	}

	@Test
	void whenVideoIsFoundThenNestedObjectsHaveAllFields() throws Exception {
		JsonNode video = byIds("'%s'".formatted(FIRST.id())).at("/SearchForVideosResult/Videos/0");
		DocumentedFields.of("Id String", "Text String", "Type String", "Weight String")
			.verifyEach(video.path("Keywords"));
		DocumentedFields.of("Thumb String", "FlashPreview String", "Comp String", "StoryBoard Collection")
			.verify(video.path("Urls"));
		DocumentedFields.of("ImageUrl String", "SequenceNumber Integer").verifyEach(video.at("/Urls/StoryBoard"));
		DocumentedFields.of("Description String", "Name String", "DownloadAuthorizations Collection")
			.verifyEach(video.path("DownloadSizes"));
		DocumentedFields.of("DownloadToken String", "ProductOfferingInstanceId String?", "ProductOfferingType String")
			.verifyEach(video.at("/DownloadSizes/0/DownloadAuthorizations"));
	}

	@Test
	void whenVideoHasConstraintThenItIsNotAuthorized() throws Exception {
		Video constrained = Catalog.get()
			.videos()
			.stream()
			.filter((video) -> !video.rights().authorizationConstraints().isEmpty())
			.findFirst()
			.orElseThrow();
		JsonNode video = byIds("'%s'".formatted(constrained.id())).at("/SearchForVideosResult/Videos/0");
		assertThat(video.path("AuthorizationConstraints")).isNotEmpty();
		assertThat(video.path("DownloadSizes")).isNotEmpty()
			.allSatisfy((size) -> assertThat(size.path("DownloadAuthorizations")).isEmpty());
	}

	static Stream<Arguments> filters() {
		int collection = FIRST.collection().id();
		return Stream.of(filter("'AssetFamilies': ['Editorial']", (video) -> video.family() == ImageFamily.EDITORIAL),
				filter("'LicensingModels': ['RightsReady']", (video) -> video.licenseType().equals("RightsReady")),
				filter("'Formats': ['HD']", (video) -> video.format().formats().contains("HD")),
				filter("'ClipType': 'Produced'",
						(video) -> video.family() == ImageFamily.CREATIVE
								|| video.format().clipType().equals("Produced")),
				filter("'Collections': {'Ids': ['%d'], 'Mode': 'Exclude'}".formatted(collection),
						(video) -> video.collection().id() != collection));
	}

	@ParameterizedTest
	@MethodSource("filters")
	void whenFilterIsGivenThenOtherVideosAreExcluded(String filter, Predicate<Video> expected) throws Exception {
		Predicate<Video> inAll = (video) -> video.words().stream().anyMatch((word) -> word.startsWith("o"));
		assertThat(found(this.fixture.videos(ALL, "{%s}".formatted(filter)))).isNotEmpty()
			.containsExactlyInAnyOrderElementsOf(Catalog.get().videos().stream().filter(inAll.and(expected)).toList());
	}

	@ParameterizedTest
	@CsvSource({ "Creative,MostRecent", "Editorial,MostRecent" })
	void whenOrderIsMostRecentThenVideosAreSorted(String family, String order) throws Exception {
		assertThat(found(sorted("'%s'".formatted(family), order))).isNotEmpty()
			.isSortedAccordingTo(Comparator.comparing(Video::created, Comparator.<OffsetDateTime>reverseOrder()));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "'Creative' | BestMatch | \"\"", "'Editorial' | MostPopular | \"\"",
					"'Editorial' | Trending | \"\"", "'Creative' | Trending | InvalidItemSortType",
					"'Editorial' | BestMatch | InvalidItemSortType",
					"'Creative', 'Editorial' | MostRecent | InvalidItemSortType" })
	void whenOrderIsNotOfFamilyThenCodeNamesIt(String families, String order, String code) throws Exception {
		assertThat(RawClient.code(sorted(families, order))).isEqualTo(code);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "'AssetFamilies': ['Other'] | InvalidRequest", "'ClipType': 'Short' | InvalidRequest",
					"'Formats': ['VHS'] | InvalidRequest", "'LicensingModels': ['RightsManaged'] | InvalidRequest",
					"'Collections': {'Ids': ['1']} | CollectionModeEmpty", "'ExcludeNudity': 2 | InvalidRequest" })
	void whenFilterIsNotValidThenCodeNamesIt(String filter, String code) throws Exception {
		assertThat(RawClient.code(this.fixture.videos(ALL, "{%s}".formatted(filter)))).isEqualTo(code);
	}

	@Test
	void whenIdsAreGivenThenVideosAreInTheirOrder() throws Exception {
		List<Video> videos = Catalog.get().videos();
		JsonNode envelope = byIds("'%s', '%s'".formatted(videos.get(7).id(), videos.get(2).id()));
		assertThat(RawClient.status(envelope)).isEqualTo("success");
		assertThat(found(envelope)).containsExactly(videos.get(7), videos.get(2));
	}

	@Test
	void whenSomeIdsAreUnknownThenTheOthersAreReturnedWithWarning() throws Exception {
		JsonNode envelope = byIds("'1', '%s'".formatted(FIRST.id()));
		assertThat(RawClient.status(envelope)).isEqualTo("warning");
		assertThat(RawClient.code(envelope)).isEqualTo("InvalidAssets");
		assertThat(found(envelope)).containsExactly(FIRST);
	}

	@Test
	void whenIdsAreCombinedThenTheRestIsIgnoredWithWarning() throws Exception {
		JsonNode envelope = this.fixture
			.videos("{'AssetIds': ['%s'], 'SearchPhrase': 'submarine'}".formatted(FIRST.id()), "{'Formats': ['none']}");
		assertThat(RawClient.status(envelope)).isEqualTo("warning");
		assertThat(RawClient.code(envelope)).isEqualTo("InvalidSearchForVideoByAssetId");
		assertThat(found(envelope)).containsExactly(FIRST);
	}

	@Test
	void whenThereAreTooManyIdsThenCodeNamesIt() throws Exception {
		String ids = String.join(", ", Collections.nCopies(501, "1"));
		assertThat(RawClient.code(byIds(ids))).isEqualTo("AssetIdListExceedsMaxAllowed");
	}

	@Test
	void whenThereIsNoQueryThenRequestIsInvalid() throws Exception {
		assertThat(RawClient.code(this.fixture.videos("{}", "{}"))).isEqualTo("InvalidRequest");
	}

	@ParameterizedTest
	@CsvSource({ "0,1,InvalidItemCount", "91,1,MaxExceeded", "90,0,InvalidItemStartNumber", "90,91,StartPastTotal" })
	void whenPageIsNotValidThenCodeNamesIt(int count, int start, String code) throws Exception {
		JsonNode envelope = search("""
				{'Language': 'en-us', 'Query': {'SearchPhrase': 'o'},
				'ResultOptions': {'ItemCount': %d, 'ItemStartNumber': %d}}
				""".formatted(count, start));
		assertThat(RawClient.code(envelope)).isEqualTo(code);
	}

	@Test
	void whenNothingMatchesThenStatusDependsOnSetting() throws Exception {
		JsonNode envelope = this.fixture.videos("{'SearchPhrase': 'submarine'}", "{}");
		assertThat(RawClient.status(envelope)).isEqualTo("warning");
		assertThat(RawClient.code(envelope)).isEqualTo("NoVideos");
		try (SearchFixture strict = new SearchFixture(FakeConnectServer.builder().emptyPagesAsErrors(true))) {
			JsonNode error = strict.videos("{'SearchPhrase': 'submarine'}", "{}");
			assertThat(RawClient.status(error)).isEqualTo("error");
			assertThat(RawClient.code(error)).isEqualTo("NoVideos");
		}
	}

	private JsonNode sorted(String families, String order) throws Exception {
		return search("""
				{'Language': 'en-us', 'Query': {'SearchPhrase': 'o'}, 'Filter': {'AssetFamilies': [%s]},
				'ResultOptions': {'ItemCount': 90, 'ItemStartNumber': 1, 'SortOrder': '%s'}}
				""".formatted(families, order));
	}

	private JsonNode byIds(String ids) throws Exception {
		return this.fixture.videos("{'AssetIds': [%s]}".formatted(ids), "{}");
	}

	private JsonNode search(String arguments) throws Exception {
		return this.fixture.call("/v1/search/SearchForVideos", "SearchForVideosRequestBody", arguments);
	}

	private static List<Video> found(JsonNode envelope) {
		return envelope.at("/SearchForVideosResult/Videos")
			.valueStream()
			.map((video) -> Catalog.get().video(video.path("AssetId").asString()).orElseThrow())
			.toList();
	}

	private static Arguments filter(String json, Predicate<Video> expected) {
		return Arguments.of(json, expected);
	}

}
