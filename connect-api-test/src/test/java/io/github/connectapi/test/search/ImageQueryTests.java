package io.github.connectapi.test.search;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

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

class ImageQueryTests {

	private final SearchFixture fixture = new SearchFixture();

	ImageQueryTests() throws Exception {
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "tree", "Tree", "TRE", "東京", "дерево", "été", "Straße" })
	void whenPhraseIsWordOfAnyAlphabetThenItIsTheStartOfAWordOfEachImage(String phrase) throws Exception {
		assertThatImages("{'SearchPhrase': '%s'}".formatted(phrase),
				(image) -> image.words().stream().anyMatch((word) -> word.startsWith(phrase.toLowerCase(Locale.ROOT))));
	}

	@Test
	void whenPhraseHasSeveralWordsThenImagesHaveAllOfThem() throws Exception {
		assertThatImages("{'SearchPhrase': 'people, dog'}",
				(image) -> startsAny(image, "people") && startsAny(image, "dog"));
	}

	@Test
	void whenLettersAreDecomposedThenTheyMatch() throws Exception {
		assertThat(SearchFixture.total(this.fixture.images("{'SearchPhrase': 'e\u0301te\u0301'}", "{}"))).isPositive();
	}

	@Test
	void whenPhraseHasNoLettersThenNothingMatches() throws Exception {
		assertThat(RawClient.code(this.fixture.images("{'SearchPhrase': '*'}", "{}"))).isEqualTo("NoImages");
	}

	@Test
	void whenKeywordIdsAreGivenThenImagesHaveAllOfThem() throws Exception {
		List<String> ids = Catalog.get().images().get(2).keywords().stream().limit(2).map((word) -> word.id()).toList();
		assertThatImages("{'KeywordIds': ['%s', %s]}".formatted(ids.get(0), ids.get(1)),
				(image) -> image.keywords().stream().map((word) -> word.id()).toList().containsAll(ids));
	}

	@Test
	void whenEventIsGivenThenImagesShowIt() throws Exception {
		int event = Catalog.get().events().get(4).id();
		assertThatImages("{'EventId': %d}".formatted(event), (image) -> image.editorial().eventIds().contains(event));
	}

	@Test
	void whenPersonIsGivenThenImagesShowThem() throws Exception {
		String person = person();
		assertThatImages("{'SpecificPersons': ['%s']}".formatted(person), (image) -> image.people().contains(person));
	}

	@Test
	void whenUriOfPersonIsGivenThenImagesShowThem() throws Exception {
		String person = person();
		assertThatImages("{'EntityUris': ['http://dbpedia.org/resource/%s']}".formatted(person.replace(' ', '_')),
				(image) -> image.people().contains(person));
	}

	@ParameterizedTest
	@CsvSource({ "http://dbpedia.org/resource/Nobody_Known,UriResolutionFailed,FailedUri",
			"http://rdf.freebase.com/ns/m.01abcd,UriResolutionFailed,FailedUri",
			"http://musicbrainz.org/artist/00000000-0000-0000-0000-000000000000,UriResolutionFailed,FailedUri",
			"http://dbpedia.org/page/Name,InvalidEntityUri,IncorrectlyFormedDbpediaURI",
			"http://www.freebase.com/m/01abcd,InvalidEntityUri,IncorrectlyFormedFreebaseURI",
			"http://musicbrainz.org/label/1,InvalidEntityUri,IncorrectlyFormedMusicbrainzURI",
			"http://musicbrainz.org/artist/1,InvalidEntityUri,IncorrectlyFormedURI",
			"http://example.com/Name,UnknownProviderURI," })
	void whenUriIsNotOfAKnownPersonThenCodeNamesTheProblem(String uri, String code, String detail) throws Exception {
		JsonNode envelope = this.fixture.images("{'EntityUris': ['%s']}".formatted(uri), "{}");
		assertThat(RawClient.status(envelope)).isEqualTo("error");
		assertThat(RawClient.code(envelope)).isEqualTo(code);
		JsonNode entry = envelope.at("/ResponseHeader/StatusList/1");
		assertThat(entry.path("Code").asString(null)).isEqualTo(detail);
		assertThat(entry.path("Type").asString("Information")).isEqualTo("Information");
	}

	@Test
	void whenDatesAreGivenThenImagesWereCreatedBetweenThem() throws Exception {
		assertThatImages("{'DateCreatedRange': {'StartDate': '2012-06-01', 'EndDate': '2012-06-21'}}",
				(image) -> image.created().getYear() == 2012 && image.created().getMonthValue() == 6
						&& image.created().getDayOfMonth() <= 21);
	}

	@Test
	void whenDateHasTimeThenItIsExact() throws Exception {
		assertThatImages(
				"{'DateCreatedRange': {'StartDate': '2013-01-05T11:59:59-08:00', "
						+ "'EndDate': '2013-01-05T12:00:00-08:00'}, 'SearchPhrase': 'breakfast'}",
				(image) -> image.created().toLocalDate().toString().equals("2013-01-05")
						&& startsAny(image, "breakfast"));
	}

	@Test
	void whenVersionIs1ThenDatesAreInMilliseconds() throws Exception {
		long created = Catalog.get().images().get(0).created().toInstant().toEpochMilli();
		String query = "{'Query': {'DateCreatedRange': {'StartDate': '/Date(%1$d-0700)/', 'EndDate': '/Date(%1$d)/'}}, %2$s}";
		assertThat(SearchFixture.found(this.fixture.version1(query.formatted(created, SearchFixture.OPTIONS))))
			.isNotEmpty()
			.allMatch((image) -> image.created().toInstant().toEpochMilli() == created);
	}

	@ParameterizedTest
	@ValueSource(strings = { "yesterday", "2013-02-30", "/Date(1294868991374-0800)/", "2013-02-30T12:00" })
	void whenDateIsNotIsoThenMessageNamesField(String date) throws Exception {
		JsonNode envelope = this.fixture.images("{'DateCreatedRange': {'EndDate': '%s'}}".formatted(date), "{}");
		assertThat(RawClient.code(envelope)).isEqualTo("InvalidRequest");
		assertThat(envelope.findValue("Message").asString()).isEqualTo("EndDate must be a date such as 2014-01-08.");
	}

	@Test
	void whenFamilyIsCreativeThenDatesAreNotApplicable() throws Exception {
		JsonNode envelope = this.fixture.images("{'DateCreatedRange': {'EndDate': '2013-01-01'}}",
				"{'ImageFamilies': ['creative']}");
		assertThat(RawClient.code(envelope)).isEqualTo("DateCreatedRangeNotApplicable");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "null", "{'SearchPhrase': ' '}", "{'KeywordIds': [], 'DateCreatedRange': {}}" })
	void whenThereIsNoQueryThenRequestIsInvalid(String query) throws Exception {
		JsonNode envelope = this.fixture.images(query, "{}");
		assertThat(RawClient.code(envelope)).isEqualTo("InvalidRequest");
		assertThat(envelope.findValue("Message").asString())
			.isEqualTo("Query must have a SearchPhrase or another query parameter.");
	}

	/**
	 * Assert that a query finds the images with a property, as far as they fit on a page.
	 */
	private void assertThatImages(String query, Predicate<Image> expected) throws Exception {
		JsonNode envelope = this.fixture.images(query, "{}");
		assertThat(SearchFixture.found(envelope)).isNotEmpty()
			.containsExactlyElementsOf(Catalog.get().images().stream().filter(expected).limit(75).toList());
		assertThat(SearchFixture.total(envelope))
			.isEqualTo((int) Catalog.get().images().stream().filter(expected).count());
	}

	private static boolean startsAny(Image image, String start) {
		return image.words().stream().anyMatch((word) -> word.startsWith(start));
	}

	private static String person() {
		return Catalog.get().images().stream().flatMap((image) -> image.people().stream()).findFirst().orElseThrow();
	}

}
