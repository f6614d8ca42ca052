package io.github.connectapi.test.search;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.github.connectapi.test.RawClient;
import io.github.connectapi.test.catalog.Image;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class ImageSortingTests {

	private static final Comparator<OffsetDateTime> NEWEST_FIRST = Comparator.reverseOrder();

	private final SearchFixture fixture = new SearchFixture();

	ImageSortingTests() throws Exception {
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	static Stream<Arguments> orders() {
		return Stream.of(
				order("Editorial", "'EditorialSortOrder': null", Comparator.comparing(Image::created, NEWEST_FIRST)),
				order("Editorial", "'EditorialSortOrder': 'mostrecent'",
						Comparator.comparing(Image::submitted, NEWEST_FIRST)),
				order("Editorial", "'EditorialSortOrder': 'Oldest'", Comparator.comparing(Image::created)),
				order("Editorial", "'EditorialSortOrder': 'MostPopular'",
						Comparator.comparing((image) -> image.editorial().qualityRank())),
				order("Editorial", "'EditorialSortOrder': 'Trending'",
						Comparator.<Image>comparingInt((image) -> image.submitted().getYear()).reversed()),
				order("Creative", "'CreativeSortOrder': 'MostRecent'",
						Comparator.comparing(Image::submitted, NEWEST_FIRST)),
				order("Creative", "'CreativeSortOrder': 'MostPopular'",
						Comparator.comparing((image) -> image.editorial().qualityRank())),
				order("Creative", "'EditorialSortOrder': 'MostRecent'",
						Comparator.comparing((image) -> image.editorial().qualityRank())),
				order("Editorial', 'Creative", "'EditorialSortOrder': 'Oldest'", Comparator.comparing(Image::created)),
				order("Editorial', 'Creative", "'CreativeSortOrder': 'MostRecent'",
						Comparator.comparing(Image::submitted, NEWEST_FIRST)),
				order("Editorial', 'Creative", "'IncludeKeywords': false", Comparator.comparing(Image::id)));
	}

	@ParameterizedTest
	@MethodSource("orders")
	void whenOrderIsGivenThenImagesAreSorted(String families, String order, Comparator<Image> expected)
			throws Exception {
		List<Image> images = SearchFixture.found(search(families, order));
		assertThat(images).hasSizeGreaterThan(5).isSortedAccordingTo(expected);
	}

	@Test
	void whenThereIsNoFamilyThenOrderHasNoEffect() throws Exception {
		JsonNode envelope = this.fixture.version2("""
				{'Query': {'SearchPhrase': 'people'}, 'ResultOptions': {'ItemCount': 50, 'ItemStartNumber': 1,
				'EditorialSortOrder': 'MostRecent'}}
				""");
		assertThat(SearchFixture.found(envelope)).isSortedAccordingTo(Comparator.comparing(Image::id));
		assertThat(envelope.findValue("EditorialSortOrder").asString()).isEqualTo("Default");
	}

	@ParameterizedTest
	@CsvSource({ "Editorial,'',Default,MostPopular", "Editorial,'Trending',Trending,MostPopular",
			"Creative,MostRecent,Default,MostRecent", "Creative,'',Default,MostPopular" })
	void whenOrderTakesEffectThenResultNamesIt(String family, String order, String editorial, String creative)
			throws Exception {
		JsonNode envelope = search(family, "'%sSortOrder': '%s'".formatted(family, order));
		assertThat(envelope.findValue("EditorialSortOrder").asString()).isEqualTo(editorial);
		assertThat(envelope.findValue("CreativeSortOrder").asString()).isEqualTo(creative);
	}

	@ParameterizedTest
	@CsvSource({ "EditorialSortOrder,Newest", "CreativeSortOrder,Trending" })
	void whenOrderIsUnknownThenCodeNamesIt(String field, String order) throws Exception {
		assertThat(RawClient.code(search("Creative", "'%s': '%s'".formatted(field, order))))
			.isEqualTo("InvalidItemSortType");
	}

	@Test
	void whenVersionIs1ThenNewerOrdersAreUnknown() throws Exception {
		JsonNode envelope = this.fixture.version1("""
				{'Query': {'SearchPhrase': 'people'}, 'ResultOptions': {'ItemCount': 50, 'ItemStartNumber': 1,
				'EditorialSortOrder': 'Oldest'}}
				""");
		assertThat(RawClient.code(envelope)).isEqualTo("InvalidItemSortType");
	}

	private JsonNode search(String families, String order) throws Exception {
		return this.fixture.version2("""
				{'Query': {'SearchPhrase': 'people'}, 'Filter': {'ImageFamilies': ['%s']},
				'ResultOptions': {'ItemCount': 75, 'ItemStartNumber': 1, %s}}
				""".formatted(families, order));
	}

	private static Arguments order(String families, String json, Comparator<Image> expected) {
		return Arguments.of(families, json, expected);
	}

}
