package io.github.connectapi.test.catalog;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Catalog}.
 */
class CatalogTests {

	private static final Set<String> SEGMENTS = Set.of("News", "Sport", "Entertainment", "Contour", "Travel",
			"Publicity", "Royalty", "Archival");

	private final Catalog catalog = Catalog.get();

	@Test
	void whenBuiltThenItHasTheNumberOfItemsThatClientsPageThrough() {
		assertThat(this.catalog.images()).hasSizeBetween(350, 450);
		assertThat(this.catalog.videos()).hasSize(28);
		assertThat(this.catalog.events()).hasSize(20);
		assertThat(this.catalog.collections()).hasSize(8);
	}

	@Test
	void whenBuiltAgainThenItIsTheSame() {
		assertThat(Catalog.build().images()).isEqualTo(this.catalog.images());
		assertThat(Catalog.build().videos()).isEqualTo(this.catalog.videos());
		assertThat(Catalog.build().events()).isEqualTo(this.catalog.events());
		assertThat(Catalog.build().keywords()).isEqualTo(this.catalog.keywords());
	}

	@Test
	void whenBuiltThenFirstImagesAreTheOnesOfTheReadme() {
		Image image = this.catalog.images().get(0);
		assertThat(image.id()).isEqualTo("90000001");
		assertThat(image.title()).isEqualTo("Old oak tree in a wheat field");
		assertThat(image.artist()).isEqualTo("Ada Example");
		assertThat(image.family()).isEqualTo(ImageFamily.CREATIVE);
		assertThat(image.created()).hasToString("2011-05-14T12:00-08:00");
		assertThat(this.catalog.image("90000012").orElseThrow().title())
			.isEqualTo("Christmas tree on the market square");
		assertThat(this.catalog.image("90000012").orElseThrow().family()).isEqualTo(ImageFamily.EDITORIAL);
	}

	@Test
	void whenImageIsSubmittedThenItIsAfterItsCreationAndTheStartOfTheCatalog() {
		OffsetDateTime start = OffsetDateTime.parse("2009-01-01T00:00-08:00");
		OffsetDateTime end = OffsetDateTime.parse("2014-01-31T00:00-08:00");
		assertThat(this.catalog.images())
			.allSatisfy((image) -> assertThat(image.submitted()).isAfter(image.created()).isBetween(start, end));
	}

	@Test
	void whenIdIsKnownThenItemIsFound() {
		assertThat(this.catalog.images())
			.allSatisfy((image) -> assertThat(this.catalog.image(image.id())).contains(image));
		assertThat(this.catalog.videos())
			.allSatisfy((video) -> assertThat(this.catalog.video(video.id())).contains(video));
		assertThat(this.catalog.events())
			.allSatisfy((event) -> assertThat(this.catalog.event(event.id())).contains(event));
	}

	@Test
	void whenIdIsUnknownThenNothingIsFound() {
		assertThat(this.catalog.image("1")).isEmpty();
		assertThat(this.catalog.video("1")).isEmpty();
		assertThat(this.catalog.event(1)).isEmpty();
	}

	@Test
	void whenBuiltThenIdsAreUniqueNumbers() {
		assertThat(this.catalog.images()).extracting(Image::id)
			.doesNotHaveDuplicates()
			.allMatch((id) -> id.matches("\\d{8}"));
		assertThat(this.catalog.videos()).extracting(Video::id)
			.doesNotHaveDuplicates()
			.allMatch((id) -> id.matches("\\d{8}"));
		assertThat(this.catalog.keywords()).extracting(Keyword::id)
			.doesNotHaveDuplicates()
			.allMatch((id) -> id.matches("\\d+"));
		assertThat(this.catalog.keywords()).extracting(Keyword::text).doesNotHaveDuplicates();
		assertThat(this.catalog.images().stream().flatMap((image) -> image.sizes().stream())).extracting(ImageSize::key)
			.doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@ValueSource(strings = { "tree", "people", "city", "water", "dog", "family", "business", "food", "sunset",
			"morning", "travel", "nature", "summer" })
	void whenPhraseIsOfEverydayUseThenItHasThreePages(String phrase) {
		assertThat(imagesWith(phrase)).hasSizeGreaterThanOrEqualTo(75);
	}

	@ParameterizedTest
	@ValueSource(strings = { "football", "music", "child", "beach", "winter", "night", "rain" })
	void whenPhraseIsLessUsualThenItHasAtLeastAPage(String phrase) {
		assertThat(imagesWith(phrase)).hasSizeGreaterThanOrEqualTo(25);
	}

	@ParameterizedTest
	@ValueSource(strings = { "東京", "東京の夜景", "дерево", "собака", "été", "straße", "都市" })
	void whenWordIsOfAnotherAlphabetThenItHasAnImage(String word) {
		assertThat(imagesWith(word)).isNotEmpty();
	}

	@ParameterizedTest
	@EnumSource(Offering.class)
	void whenBuiltThenEachOfferingOccursAloneOrWithOthers(Offering offering) {
		assertThat(this.catalog.images()).filteredOn((image) -> image.rights().offerings().contains(offering))
			.hasSizeGreaterThanOrEqualTo(10);
	}

	@Test
	void whenBuiltThenRightsDiffer() {
		assertThat(this.catalog.images()).filteredOn((image) -> image.rights().offerings().isEmpty())
			.hasSizeBetween(25, 60);
		assertThat(this.catalog.images()).filteredOn((image) -> image.rights().offerings().size() == 1)
			.hasSizeGreaterThanOrEqualTo(50);
		assertThat(this.catalog.images()).filteredOn((image) -> image.rights().offerings().size() > 1)
			.hasSizeGreaterThanOrEqualTo(50);
		assertThat(this.catalog.images()).filteredOn((image) -> image.rights().free()).hasSizeGreaterThanOrEqualTo(20);
		assertThat(this.catalog.images())
			.filteredOn((image) -> image.rights().authorizationConstraints().contains("CallForImage"))
			.hasSizeGreaterThanOrEqualTo(20);
		assertThat(this.catalog.images()).filteredOn((image) -> !image.rights().embeddable())
			.hasSizeGreaterThanOrEqualTo(20);
	}

	@Test
	void whenImageIsFreeThenItCanBeLicensed() {
		assertThat(this.catalog.images()).filteredOn((image) -> image.rights().free())
			.allMatch((image) -> !image.rights().offerings().isEmpty());
	}

	@Test
	void whenBuiltThenSizesAscend() {
		assertThat(this.catalog.images()).allSatisfy((image) -> assertThat(image.sizes()).hasSizeBetween(3, 6)
			.isSortedAccordingTo(Comparator.comparing(ImageSize::pixelWidth))
			.isSortedAccordingTo(Comparator.comparing(ImageSize::pixelHeight))
			.isSortedAccordingTo(Comparator.comparing(ImageSize::fileSizeInBytes))
			.allMatch((size) -> size.fileSizeInBytes() > 20_000 && size.fileSizeInBytes() < 3_100_000)
			.allMatch((size) -> Math.max(size.pixelWidth(), size.pixelHeight()) <= 2400));
		assertThat(this.catalog.images()).extracting((image) -> image.sizes().size()).contains(3, 4, 5, 6);
	}

	@Test
	void whenSizeKeyIsKnownThenSizeIsFound() {
		Image image = this.catalog.images().get(0);
		assertThat(image.size("90000001-1")).contains(image.sizes().get(0));
		assertThat(image.size("90000002-1")).isEmpty();
	}

	@Test
	void whenSizeIsPrintedThenInchesMatchResolution() {
		ImageSize size = new ImageSize("1-1", "Small", 720, 480, 72, 1000, "image/jpeg");
		assertThat(size.inchesWidth()).isEqualTo(10.0);
		assertThat(size.inchesHeight()).isEqualTo(6.67);
	}

	@Test
	void whenBuiltThenEachImageHasKeywordsOfTheCatalog() {
		Set<Keyword> keywords = new HashSet<>(this.catalog.keywords());
		assertThat(this.catalog.images()).allSatisfy((image) -> assertThat(image.keywords()).hasSizeGreaterThan(4)
			.doesNotHaveDuplicates()
			.isSubsetOf(keywords));
	}

	@Test
	void whenPersonIsKnownThenKeywordHasAProminence() {
		assertThat(this.catalog.images()).filteredOn((image) -> !image.people().isEmpty()).hasSizeGreaterThan(20);
		assertThat(this.catalog.keywords()).allSatisfy((keyword) -> assertThat(keyword.visualProminence())
			.matches(keyword.type().equals(Keyword.SPECIFIC_PEOPLE) ? "Medium|High|VeryHigh" : "Unknown"));
	}

	@Test
	void whenImageIsEditorialThenItHasAnEventOfTheSameSegments() {
		List<Image> editorial = this.catalog.images()
			.stream()
			.filter((image) -> image.family() == ImageFamily.EDITORIAL)
			.toList();
		assertThat(editorial).hasSizeGreaterThanOrEqualTo(75).allSatisfy((image) -> {
			Event event = this.catalog.event(image.editorial().eventIds().get(0)).orElseThrow();
			assertThat(event.segments()).isEqualTo(image.editorial().segments()).isSubsetOf(SEGMENTS);
			assertThat(event.place()).isEqualTo(image.place());
			assertThat(image.editorial().sourceId()).isNotEmpty();
			assertThat(image.editorial().qualityRank()).isBetween(1, 3);
		});
	}

	@Test
	void whenImageIsCreativeThenItHasNoSegment() {
		assertThat(this.catalog.images()).filteredOn((image) -> image.family() == ImageFamily.CREATIVE)
			.hasSizeGreaterThanOrEqualTo(200)
			.allMatch((image) -> image.editorial().segments().isEmpty() && image.editorial().sourceId().isEmpty());
	}

	@Test
	void whenEventIsReadThenItsImagesExist() {
		assertThat(this.catalog.events()).allSatisfy((event) -> {
			List<Image> images = this.catalog.images()
				.stream()
				.filter((image) -> image.editorial().eventIds().contains(event.id()))
				.toList();
			assertThat(images).hasSize(event.imageCount())
				.extracting(Image::id)
				.contains(event.representativeImageId());
		});
	}

	@Test
	void whenVideoIsReadThenItsScenesAreImages() {
		assertThat(this.catalog.videos()).allSatisfy((video) -> {
			assertThat(video.storyboardImageIds()).isNotEmpty()
				.allMatch((id) -> this.catalog.image(id).isPresent())
				.doesNotHaveDuplicates();
			assertThat(video.format().sizes()).isNotEmpty();
			assertThat(video.keywords()).isNotEmpty();
		});
		assertThat(this.catalog.videos()).extracting(Video::family).contains(ImageFamily.values());
	}

	@Test
	void whenBuiltThenEachSubjectAndSettingAndOrientationOccurs() {
		assertThat(this.catalog.images()).extracting((image) -> image.appearance().scenery().subject())
			.contains(Subject.values());
		assertThat(this.catalog.images()).extracting((image) -> image.appearance().scenery().setting())
			.contains(Setting.values());
		assertThat(this.catalog.images()).extracting((image) -> image.appearance().orientation())
			.contains(Orientation.values());
		assertThat(this.catalog.images()).extracting((image) -> image.appearance().colorType())
			.contains("Color", "BlackAndWhite");
		assertThat(this.catalog.images()).extracting((image) -> image.appearance().graphicStyle())
			.contains("Photography", "Illustration");
		assertThat(this.catalog.images()).filteredOn((image) -> image.appearance().whiteBackground())
			.hasSizeGreaterThanOrEqualTo(5);
	}

	@Test
	void whenBuiltThenFewTitlesAreRepeated() {
		assertThat(this.catalog.images().stream().map(Image::title).collect(Collectors.toSet()))
			.hasSizeGreaterThan(this.catalog.images().size() * 9 / 10);
	}

	@Test
	void whenWordsAreReadThenTheyAreInLowerCase() {
		assertThat(this.catalog.images().get(0).words()).contains("old", "oak", "tree", "wheat", "ada", "nature");
	}

	private List<Image> imagesWith(String word) {
		return this.catalog.images()
			.stream()
			.filter((image) -> Arrays.asList(word.split(" ")).stream().allMatch(image.words()::contains))
			.toList();
	}

}
