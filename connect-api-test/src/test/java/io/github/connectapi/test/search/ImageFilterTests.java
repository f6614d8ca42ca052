package io.github.connectapi.test.search;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.connectapi.test.RawClient;
import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.ImageFamily;
import io.github.connectapi.test.catalog.LicensingModel;
import io.github.connectapi.test.catalog.Offering;
import io.github.connectapi.test.catalog.Orientation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class ImageFilterTests {

	private static final String ALL = "{'DateCreatedRange': {'StartDate': '1900-01-01'}}";

	private final SearchFixture fixture = new SearchFixture();

	ImageFilterTests() throws Exception {
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	static Stream<Arguments> filters() {
		int collection = Catalog.get().images().get(0).collection().id();
		String source = Catalog.get().images().get(3).editorial().sourceId();
		return Stream.of(filter("'ImageFamilies': ['editorial']", (image) -> image.family() == ImageFamily.EDITORIAL),
				filter("'GraphicStyles': ['Illustration']", (image) -> image.appearance().illustration()),
				filter("'LicensingModels': ['RightsManaged']",
						(image) -> image.rights().licensingModel() == LicensingModel.RIGHTS_MANAGED),
				filter("'Orientations': ['square', 'Panoramichorizontal']",
						(image) -> List.of(Orientation.SQUARE, Orientation.PANORAMIC_HORIZONTAL)
							.contains(image.appearance().orientation())),
				filter("'EditorialSegments': ['Sports']", (image) -> image.editorial().segments().contains("Sport")),
				filter("'EditorialSegments': ['News', 'Archival']",
						(image) -> image.editorial().segments().contains("News")
								|| image.editorial().segments().contains("Archival")),
				filter("'FileTypes': ['jpg']", (image) -> true),
				filter("'ProductOfferings': ['EasyAccess']",
						(image) -> image.rights().offerings().contains(Offering.EASY_ACCESS)),
				filter("'Collections': {'Ids': ['%d'], 'Mode': 'include'}".formatted(collection),
						(image) -> image.collection().id() == collection),
				filter("'Collections': {'Ids': [%d], 'Mode': 'Exclude'}".formatted(collection),
						(image) -> image.collection().id() != collection),
				filter("'EditorialSources': {'Ids': ['%s'], 'Mode': 'include'}".formatted(source),
						(image) -> image.editorial().sourceId().equals(source)),
				filter("'EditorialSources': {'Ids': ['%s'], 'Mode': 'exclude'}".formatted(source),
						(image) -> !image.editorial().sourceId().equals(source)),
				filter("'EmbedContentOnly': 'true'", (image) -> image.rights().embeddable()),
				filter("'WhiteBackgroundOnly': true", (image) -> image.appearance().whiteBackground()),
				filter("'ExcludeNudity': true", (image) -> true));
	}

	@ParameterizedTest
	@MethodSource("filters")
	void whenFilterIsGivenThenOtherImagesAreExcluded(String filter, Predicate<Image> expected) throws Exception {
		JsonNode envelope = this.fixture.images(ALL, "{%s}".formatted(filter));
		assertThat(SearchFixture.found(envelope)).isNotEmpty().allMatch(expected);
		assertThat(SearchFixture.total(envelope))
			.isEqualTo((int) Catalog.get().images().stream().filter(expected).count());
	}

	@Test
	void whenFileTypeIsOfNoImageThenThereAreNoImages() throws Exception {
		assertThat(RawClient.code(this.fixture.images(ALL, "{'FileTypes': ['eps']}"))).isEqualTo("NoImages");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "'Collections': {'Ids': ['1']} | CollectionModeEmpty", "'Collections': {} | CollectionModeEmpty",
					"'Collections': {'Mode': 'include'} | CollectionIdsEmpty",
					"'Collections': {'Mode': 'include', 'Ids': ['a']} | InvalidCollectionId",
					"'Collections': {'Mode': 'include', 'Ids': ['']} | InvalidCollectionId",
					"'Collections': {'Mode': 'include', 'Ids': ['999999']} | NonExistingCollectionId",
					"'EditorialSources': {'Mode': 'both', 'Ids': ['1']} | InvalidIncludeExcludeMode",
					"'EditorialSources': {'Ids': ['1']} | InvalidIncludeExcludeMode",
					"'EditorialSources': {'Mode': 'include', 'Ids': ['a']} | InvalidEditorialSourceId",
					"'EditorialSources': {'Mode': 'include'} | InvalidEditorialSourceId",
					"'EditorialSegments': ['Weather'] | InvalidEditorialSegment",
					"'Orientations': ['Diagonal'] | InvalidOrientation",
					"'ProductOfferings': ['Free'] | InvalidProductOffering", "'FileTypes': ['gif'] | InvalidRequest",
					"'GraphicStyles': ['Oil'] | InvalidRequest", "'ImageFamilies': ['Other'] | InvalidRequest",
					"'LicensingModels': ['None'] | InvalidRequest", "'EmbedContentOnly': 'maybe' | InvalidRequest",
					"'ExcludeNudity': 1 | InvalidRequest", "'WhiteBackgroundOnly': [] | InvalidRequest" },
			quoteCharacter = '"')
	void whenFilterIsNotValidThenCodeNamesIt(String filter, String code) throws Exception {
		JsonNode envelope = this.fixture.images(ALL, "{%s}".formatted(filter));
		assertThat(RawClient.status(envelope)).isEqualTo("error");
		assertThat(RawClient.code(envelope)).isEqualTo(code);
	}

	@Test
	void whenModeIsUnknownThenCodeNamesIt() throws Exception {
		int collection = Catalog.get().collections().get(0).id();
		JsonNode envelope = this.fixture.images(ALL,
				"{'Collections': {'Mode': 'both', 'Ids': ['%d']}}".formatted(collection));
		assertThat(RawClient.code(envelope)).isEqualTo("InvalidIncludeExcludeMode");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'Orientations': 'Square'}", "{'Orientations': [{}]}", "{'Collections': []}", "[]" })
	void whenFilterHasAnotherTypeThenRequestIsInvalid(String filter) throws Exception {
		assertThat(RawClient.code(this.fixture.images(ALL, filter))).isEqualTo("InvalidRequest");
	}

	private static Arguments filter(String json, Predicate<Image> expected) {
		return Arguments.of(json, expected);
	}

}
