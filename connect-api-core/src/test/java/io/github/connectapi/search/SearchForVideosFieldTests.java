package io.github.connectapi.search;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.download.DownloadAuthorization;
import io.github.connectapi.typed.OperationFixture;

import static io.github.connectapi.typed.DocumentedFields.assertFields;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Typed form of SearchForVideos, compared with its page.
 */
class SearchForVideosFieldTests {

	private final OperationFixture operation = new OperationFixture(ConnectOperations.SEARCH_FOR_VIDEOS);

	@AfterEach
	void close() {
		this.operation.close();
	}

	@Test
	void whenTheRequestIsComparedThenItHasExactlyTheDocumentedFields() {
		assertFields(SearchForVideos.class, """
				Object Query Filter ResultOptions
				String Language
				""");
		assertFields(SearchForVideos.Filter.class, """
				Collection AssetFamilies Formats LicensingModels
				String ClipType
				Object Collections
				Boolean ExcludeNudity
				""");
		assertFields(SearchForVideos.Query.class, """
				Collection AssetIds KeywordIds EntityUris
				String SearchPhrase
				""");
		assertFields(SearchForVideos.ResultOptions.class, """
				Integer ItemCount ItemStartNumber
				String SortOrder
				""");
	}

	@Test
	void whenTheResultIsComparedThenItHasExactlyTheDocumentedFields() {
		assertFields(SearchForVideosResult.class, """
				Collection Videos
				Integer ItemCount ItemStartNumber ItemTotalCount
				""");
		assertFields(Video.class, """
				Collection AspectRatios AuthorizationConstraints DownloadSizes Keywords Restrictions
				Date DateCreated
				Object Urls
				String AssetFamily AssetId Caption ClipLength CollectionId CollectionName Color Copyright Era
				String FilmMaker LicenseType MasteredTo OriginallyShotOn Release ShotSpeed Source Title
				""");
		assertFields(Video.DownloadSize.class, """
				String Description Name
				Collection DownloadAuthorizations
				""");
		assertFields(Video.Authorization.class, """
				String DownloadToken ProductOfferingInstanceId/InstanceId ProductOfferingType
				""");
		assertFields(Video.Keyword.class, """
				String Id/KeywordId Text Type Weight/KeywordWeight
				""");
		assertFields(Video.Urls.class, """
				String Comp FlashPreview Thumb
				Collection StoryBoard
				""");
		assertFields(Video.StoryBoardItem.class, """
				String ImageUrl
				Integer SequenceNumber
				""");
	}

	@Test
	void whenAllOptionsAreSetThenTheyAreSent() {
		SearchForVideos search = new SearchForVideos("tree").withPage(91, 90)
			.withAssetFamilies("Editorial")
			.withClipType("Raw")
			.withCollections(IdFilter.exclude("1"))
			.withExcludeNudity(true)
			.withFormats("HD")
			.withLicensingModels("RightsReady")
			.withLanguage("fr")
			.withKeywordIds("2")
			.withEntityUris("http://dbpedia.org/resource/Oak")
			.withSortOrder("Trending");
		this.operation.assertRequest(search, """
				{"Query":{"SearchPhrase":"tree","KeywordIds":["2"],"EntityUris":["http://dbpedia.org/resource/Oak"]},
				"Filter":{"AssetFamilies":["Editorial"],"ClipType":"Raw","Collections":{"Ids":["1"],"Mode":"exclude"},
				"ExcludeNudity":true,"Formats":["HD"],"LicensingModels":["RightsReady"]},
				"Language":"fr",
				"ResultOptions":{"ItemCount":90,"ItemStartNumber":91,"SortOrder":"Trending"}}""");
	}

	@Test
	void whenIdsAreKnownThenOnlyTheyAreSent() {
		this.operation.assertRequest(SearchForVideos.ofAssetIds("1", "2"), """
				{"Query":{"AssetIds":["1","2"]},"ResultOptions":{"ItemCount":25,"ItemStartNumber":1}}""");
	}

	@Test
	void whenTheResultHasAllFieldsThenTheyAreRead() {
		this.operation.assertResult(new SearchForVideos("tree"), """
				{"Videos":[{"AspectRatios":["16:9"],"AssetFamily":"Creative","AssetId":"1",
				"AuthorizationConstraints":["a"],"Caption":"b","ClipLength":"00:00:10:00","CollectionId":"2",
				"CollectionName":"c","Color":"Color","Copyright":"d","DateCreated":"2011-01-12T21:49:51.374Z",
				"DownloadSizes":[{"Description":"e","Name":"f","DownloadAuthorizations":[{"DownloadToken":"g",
				"ProductOfferingInstanceId":"h","ProductOfferingType":"EasyAccess"}]}],
				"Era":"Archival","FilmMaker":"i","Keywords":[{"Id":"3","Text":"j","Type":"k","Weight":"95"}],
				"LicenseType":"RightsReady","MasteredTo":"l","OriginallyShotOn":"m","Release":"NotReleased",
				"Restrictions":["n"],"ShotSpeed":"RealTime","Source":"o","Title":"p","Urls":{"Comp":"q",
				"FlashPreview":"r","StoryBoard":[{"ImageUrl":"s","SequenceNumber":1}],"Thumb":"t"}}],
				"ItemCount":1,"ItemStartNumber":1,"ItemTotalCount":1}""", SearchForVideosResult.class);
	}

	@Test
	void whenAKeywordHasTheNamesOfTheExampleThenItIsRead() {
		SearchForVideosResult result = read("""
				{"ItemTotalCount":1,"Videos":[{"Keywords":[{"KeywordId":"1","KeywordWeight":95}]}]}""");
		assertThat(result.videos().get(0).keywords()).containsExactly(new Video.Keyword("1", null, null, "95"));
	}

	@Test
	void whenAVideoIsPrintedThenItsDownloadTokensAreNotShown() {
		SearchForVideosResult result = read("""
				{"ItemTotalCount":1,"Videos":[{"DownloadSizes":[{"Name":"HD","DownloadAuthorizations":[
				{"DownloadToken":"canary","ProductOfferingType":"EasyAccess"}]}]}]}""");
		assertThat(result.videos().get(0).downloadSizes().get(0).downloadAuthorizations()).singleElement()
			.extracting(DownloadAuthorization::downloadToken)
			.isEqualTo("canary");
		assertThat(result.toString()).contains("EasyAccess").doesNotContain("canary");
	}

	@Test
	void whenAllVideosAreReadThenThePagesEndAtTheTotal() {
		this.operation.respond("""
				{"ItemTotalCount":3,"Videos":[{"AssetId":"1"},{"AssetId":"2"}]}""");
		this.operation.respond("""
				{"ItemTotalCount":3,"Videos":[{"AssetId":"3"}]}""");
		assertThat(new VideoSearch(this.operation.connect).videos(new SearchForVideos("tree").withPage(1, 2)))
			.extracting(Video::assetId)
			.containsExactly("1", "2", "3");
		assertThat(this.operation.lastRequest().at("/ResultOptions/ItemStartNumber").asInt()).isEqualTo(3);
	}

	@Test
	void whenThreeVideosAreNeededThenNoThirdPageIsRequested() {
		this.operation.respond("""
				{"ItemTotalCount":9,"Videos":[{"AssetId":"1"},{"AssetId":"2"}]}""");
		this.operation.respond("""
				{"ItemTotalCount":9,"Videos":[{"AssetId":"3"},{"AssetId":"4"}]}""");
		assertThat(new VideoSearch(this.operation.connect).videos(new SearchForVideos("tree").withPage(1, 2)).limit(3))
			.hasSize(3);
		assertThat(this.operation.server.count("SearchForVideos")).isEqualTo(2);
	}

	private SearchForVideosResult read(String json) {
		return this.operation.read(new SearchForVideos("tree"), json, SearchForVideosResult.class);
	}

}
