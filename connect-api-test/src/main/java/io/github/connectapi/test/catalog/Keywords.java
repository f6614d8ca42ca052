package io.github.connectapi.test.catalog;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.connectapi.test.catalog.vocabulary.Table;
import io.github.connectapi.test.catalog.vocabulary.Words;

/**
 * The keywords of the catalog while it is built: one for each text and prominence.
 */
final class Keywords {

	private static final int FIRST_ID = 60001;

	private static final String UNKNOWN = "Unknown";

	private static final String TYPES = """
			Number of People | nobody; one person; two people; group of people; crowd
			Age | child; adult
			Concept | tranquility; growth; adventure; celebration; freshness; solitude; friendship; togetherness; love; happiness; play; energy; freedom; connection; effort; safety; speed; health; success; teamwork; competition; damage
			Location | Exampleton; Sampleford; Demoville; Testhaven; Mockbury; Fixture Bay; Draftwood; Port Specimen; 東京
			Composition | horizontal; vertical; panoramic; square image
			Color | white background; green color; golden color; blue color; black and white
			Image technique | photography; illustration; studio shot; silhouette
			Viewpoint | front view; side view; wide shot
			Entertainment | concert; entertainment; musician
			Candidate Term | дерево; собака; вода; été; ville; Straße; 都市; 山
			""";

	private static final Map<String, String> TYPE_OF_TEXT = Table.rows(TYPES)
		.stream()
		.flatMap((row) -> Table.values(row.get(1)).stream().map((text) -> Map.entry(text, row.get(0))))
		.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

	/** Keywords of other languages for some of the English ones. */
	private static final Map<String, String> FOREIGN = Map.of("tree", "дерево", "dog", "собака", "water", "вода",
			"summer", "été", "city", "ville", "street", "Straße", "skyline", "東京", "business", "都市", "mountain", "山");

	private final Map<String, Set<String>> words = new HashMap<>();

	private final Map<String, Keyword> keywords = new LinkedHashMap<>();

	Keyword of(String text) {
		return add(text, TYPE_OF_TEXT.getOrDefault(text, "Additional Info"), UNKNOWN);
	}

	Keyword ofPerson(String name, String visualProminence) {
		return add(name, Keyword.SPECIFIC_PEOPLE, visualProminence);
	}

	List<Keyword> foreign(List<String> texts) {
		return texts.stream().filter(FOREIGN::containsKey).map(FOREIGN::get).map(this::of).toList();
	}

	/**
	 * Return the words of a text. A text is split once.
	 */
	Set<String> words(String text) {
		return this.words.computeIfAbsent(text, Words::of);
	}

	List<Keyword> all() {
		return List.copyOf(this.keywords.values());
	}

	private Keyword add(String text, String type, String prominence) {
		return this.keywords.computeIfAbsent(text,
				(missing) -> new Keyword(Integer.toString(FIRST_ID + this.keywords.size()), text, type, prominence));
	}

}
