package io.github.connectapi.test.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Event;
import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.Keyword;

/**
 * A documented category of refinements.
 */
enum RefinementCategory {

	AGE("Age", keywords("Age")),

	ASSET_FAMILY("AssetFamily", (image) -> Stream.of(pair(image.family().wireName(), image.family().wireName()))),

	COLOR("Color", keywords("Color")),

	COMPOSITION("Composition", keywords("Composition")),

	CONCEPT("Concept", keywords("Concept")),

	ETHNICITY("Ethnicity", keywords("Ethnicity")),

	EVENTS("Events", (image) -> image.editorial().eventIds().stream().map((id) -> pair(id.toString(), eventName(id)))),

	GENDER("Gender", keywords("Gender")),

	IMAGE_TECHNIQUE("ImageTechnique", keywords("Image technique")),

	LOCATION("Location", keywords("Location")),

	NUMBER_OF_PEOPLE("NumberOfPeople", keywords("Number of People")),

	PHOTOGRAPHER_NAME("PhotographerName", (image) -> Stream.of(pair(image.artist(), image.artist()))),

	SPECIFIC_PEOPLE("SpecificPeople", keywords(Keyword.SPECIFIC_PEOPLE)),

	SUBJECT("Subject", keywords("Additional Info", "Entertainment", "Candidate Term", "FashionPhrase", "Unknown")),

	VIEWPOINT("Viewpoint", keywords("Viewpoint"));

	private final String wireName;

	@SuppressWarnings("ImmutableEnumChecker") // The functions are stateless.
	private final Function<Image, Stream<List<String>>> values;

	RefinementCategory(String wireName, Function<Image, Stream<List<String>>> values) {
		this.wireName = wireName;
		this.values = values;
	}

	String wireName() {
		return this.wireName;
	}

	static Optional<RefinementCategory> find(String name) {
		String lowerCase = name.strip().toLowerCase(Locale.ROOT);
		return Arrays.stream(values())
			.filter((category) -> category.wireName.toLowerCase(Locale.ROOT).equals(lowerCase))
			.findFirst();
	}

	/**
	 * Return the refinements of this category that do not exclude an image.
	 * @param image the image
	 * @return the refinements
	 */
	Stream<Refinement> of(Image image) {
		return this.values.apply(image).map((pair) -> new Refinement(this, pair.get(0), pair.get(1)));
	}

	private static Function<Image, Stream<List<String>>> keywords(String... types) {
		List<String> accepted = List.of(types);
		return (image) -> image.keywords()
			.stream()
			.filter((keyword) -> accepted.contains(keyword.type()))
			.map((keyword) -> pair(keyword.id(), keyword.text()));
	}

	private static List<String> pair(String id, String text) {
		return List.of(id, text);
	}

	private static String eventName(int id) {
		return Catalog.get().event(id).map(Event::name).orElse("");
	}

	/**
	 * A refinement of a search.
	 *
	 * @param category the category
	 * @param id the id, unique in its category
	 * @param text the name
	 */
	record Refinement(RefinementCategory category, String id, String text) {

	}

}
