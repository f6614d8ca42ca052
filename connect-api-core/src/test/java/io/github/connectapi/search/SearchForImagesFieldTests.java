package io.github.connectapi.search;

import java.time.LocalDate;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.typed.OperationFixture;

import static io.github.connectapi.typed.DocumentedFields.assertFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Typed form of SearchForImages, compared with its page.
 */
class SearchForImagesFieldTests {

	private final OperationFixture operation = new OperationFixture(ConnectOperations.SEARCH_FOR_IMAGES);

	@AfterEach
	void close() {
		this.operation.close();
	}

	@Test
	void whenTheRequestIsComparedThenItHasExactlyTheDocumentedFields() {
		assertFields(SearchForImages.class, """
				Object Query Filter ResultOptions
				String Language
				""");
		assertFields(SearchForImages.Filter.class, """
				Object Collections EditorialSources
				Collection EditorialSegments FileTypes GraphicStyles ImageFamilies LicensingModels
				Collection Orientations ProductOfferings Refinements
				Boolean EmbedContentOnly ExcludeNudity WhiteBackgroundOnly
				""");
		assertFields(SearchForImages.Query.class, """
				Object DateCreatedRange
				Integer EventId
				String SearchPhrase
				Collection KeywordIds EntityUris SpecificPersons
				""");
		assertFields(SearchForImages.ResultOptions.class, """
				Boolean IncludeKeywords
				Integer ItemCount ItemStartNumber
				String RefinementOptionsSet EditorialSortOrder CreativeSortOrder
				""");
		assertFields(SearchForImages.DateCreatedRange.class, """
				Date EndDate StartDate
				""");
		assertFields(SearchForImages.Refinement.class, """
				String Category Id
				""");
		assertFields(IdFilter.class, """
				Collection Ids
				String Mode
				""");
	}

	@Test
	void whenTheResultIsComparedThenItHasExactlyTheDocumentedFields() {
		assertFields(SearchForImagesResult.class, """
				Collection Images RefinementOptions
				String EditorialSortOrder CreativeSortOrder
				Integer ItemCount ItemStartNumber ItemTotalCount
				""");
		assertFields(Image.class, """
				Collection ApplicableProductOfferings AuthorizationConstraints EditorialSegments EventIds
				Collection Keywords Orientations ReferralDestinations Restrictions
				Date DateCreated DateSubmitted
				Integer QualityRank
				String Artist Caption CollectionId CollectionName ColorType Copyright
				String EditorialSourceId/editorialSourceId EditorialSourceName GraphicStyle ImageFamily ImageId
				String LicensingModel ReleaseMessage Title
				String UrlComp UrlEmbed UrlPreview UrlThumb UrlWatermarkComp UrlWatermarkPreview
				""");
		assertFields(Keyword.class, """
				String Id Text Type VisualProminence
				""");
		assertFields(ReferralDestination.class, """
				String SiteName Url
				""");
		assertFields(RefinementOption.class, """
				String Category Id Text
				Integer ImageCount
				""");
	}

	@Test
	void whenAllOptionsAreSetThenTheyAreSent() {
		SearchForImages search = new SearchForImages("tree").withImageFamilies("editorial")
			.withOrientations("Horizontal", "Square")
			.withPage(26, 50)
			.withCollections(IdFilter.include("1", "2"))
			.withEditorialSegments("News")
			.withEditorialSources(IdFilter.exclude("3"))
			.withEmbedContentOnly(true)
			.withExcludeNudity(false)
			.withFileTypes("jpg")
			.withGraphicStyles("Photography")
			.withLicensingModels("RightsManaged")
			.withProductOfferings("EasyAccess")
			.withRefinements(new SearchForImages.Refinement("Location", "4"))
			.withWhiteBackgroundOnly(true)
			.withLanguage("de")
			.withDateCreated(LocalDate.of(2013, 12, 30), LocalDate.of(2014, 1, 8))
			.withEventId(5)
			.withKeywordIds("6")
			.withEntityUris("http://dbpedia.org/resource/Oak")
			.withSpecificPersons("Ada")
			.withIncludeKeywords(true)
			.withRefinementOptionsSet("RefinementSet1")
			.withEditorialSortOrder("MostRecent")
			.withCreativeSortOrder("MostPopular");
		this.operation.assertRequest(search, """
				{"Query":{"SearchPhrase":"tree","EventId":5,"KeywordIds":["6"],"SpecificPersons":["Ada"],
				"EntityUris":["http://dbpedia.org/resource/Oak"],
				"DateCreatedRange":{"StartDate":"2013-12-30","EndDate":"2014-01-08"}},
				"Filter":{"Collections":{"Ids":["1","2"],"Mode":"include"},"EditorialSegments":["News"],
				"EditorialSources":{"Ids":["3"],"Mode":"exclude"},"EmbedContentOnly":true,"ExcludeNudity":false,
				"FileTypes":["jpg"],"GraphicStyles":["Photography"],"ImageFamilies":["editorial"],
				"LicensingModels":["RightsManaged"],"Orientations":["Horizontal","Square"],
				"ProductOfferings":["EasyAccess"],"Refinements":[{"Category":"Location","Id":"4"}],
				"WhiteBackgroundOnly":true},
				"Language":"de",
				"ResultOptions":{"IncludeKeywords":true,"ItemCount":50,"ItemStartNumber":26,
				"RefinementOptionsSet":"RefinementSet1","EditorialSortOrder":"MostRecent",
				"CreativeSortOrder":"MostPopular"}}""");
	}

	@Test
	void whenOnlyAPhraseIsSetThenNothingElseIsSent() {
		this.operation.assertRequest(new SearchForImages("tree"), """
				{"Query":{"SearchPhrase":"tree"},"ResultOptions":{"ItemCount":25,"ItemStartNumber":1}}""");
	}

	@Test
	void whenOnlyAnEventIsSetThenNoPhraseIsSent() {
		this.operation.assertRequest(new SearchForImages((String) null).withEventId(5).withPage(1, 10), """
				{"Query":{"EventId":5},"ResultOptions":{"ItemCount":10,"ItemStartNumber":1}}""");
	}

	@Test
	void whenTheResultHasAllFieldsThenTheyAreRead() {
		this.operation.assertResult(new SearchForImages("tree"), """
				{"Images":[{"ApplicableProductOfferings":["EasyAccess"],"Artist":"a",
				"AuthorizationConstraints":["CallForImage"],"Caption":"b","CollectionId":"1","CollectionName":"c",
				"ColorType":"Color","Copyright":"d","DateCreated":"2011-01-12T21:49:51.374Z",
				"DateSubmitted":"2011-01-13T21:49:51Z","EditorialSegments":["News"],"EditorialSourceId":"2",
				"EditorialSourceName":"e","EventIds":[3,4000000000],"GraphicStyle":"Photography",
				"ImageFamily":"editorial","ImageId":"5",
				"Keywords":[{"Id":"6","Text":"f","Type":"Concept","VisualProminence":"High"}],
				"LicensingModel":"RightsManaged","Orientations":["Horizontal"],"QualityRank":1,
				"ReferralDestinations":[{"SiteName":"g","Url":"h"}],"ReleaseMessage":"i","Restrictions":["j"],
				"Title":"k","UrlComp":"l","UrlEmbed":"m","UrlPreview":"n","UrlThumb":"o","UrlWatermarkComp":"p",
				"UrlWatermarkPreview":"q"}],
				"EditorialSortOrder":"MostRecent","CreativeSortOrder":"MostPopular","ItemCount":1,
				"ItemStartNumber":1,"ItemTotalCount":1,
				"RefinementOptions":[{"Category":"Location","Id":"4","ImageCount":12,"Text":"Norway"}]}""",
				SearchForImagesResult.class);
	}

	@Test
	void whenAnImageHasOnlyAnIdThenItsListsAreEmptyAndItsOtherValuesNull() {
		SearchForImagesResult result = read("""
				{"ItemTotalCount":1,"Images":[{"ImageId":"1","EventIds":null}]}""");
		assertThat(result.images().get(0)).isEqualTo(Image.of("1", null));
	}

	@Test
	void whenNumbersAreTextsThenTheyAreRead() {
		SearchForImagesResult result = read(
				"""
						{"ItemTotalCount":"12","ItemCount":"1","Images":[{"QualityRank":"2","EventIds":["7",8],"CollectionId":9}]}""");
		assertThat(result.itemTotalCount()).isEqualTo(12);
		Image image = result.images().get(0);
		assertThat(image.qualityRank()).isEqualTo(2);
		assertThat(image.eventIds()).containsExactly(7L, 8L);
		assertThat(image.collectionId()).isEqualTo("9");
	}

	@Test
	void whenAListHasANullThenItIsOmitted() {
		SearchForImagesResult result = read("""
				{"ItemTotalCount":1,"Images":[null,{"ImageId":"1","Restrictions":["a",null]}]}""");
		assertThat(result.images()).singleElement()
			.satisfies((image) -> assertThat(image.restrictions()).containsExactly("a"));
	}

	@Test
	void whenARefinementIsOfferedThenItCanBeRequested() {
		RefinementOption option = new RefinementOption("Location", "4", 12, "Norway");
		assertThat(option.toRefinement()).isEqualTo(new SearchForImages.Refinement("Location", "4"));
	}

	@Test
	void whenARefinementHasNoIdThenItCannotBeRequested() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new RefinementOption("Location", null, 12, "Norway").toRefinement());
	}

	private SearchForImagesResult read(String json) {
		return this.operation.read(new SearchForImages("tree"), json, SearchForImagesResult.class);
	}

}
