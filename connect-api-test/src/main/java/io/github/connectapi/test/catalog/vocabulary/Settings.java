package io.github.connectapi.test.catalog.vocabulary;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.github.connectapi.test.Internal;

/**
 * The phrases and keywords of the places that an image shows, by the name of the place.
 */
@Internal
public final class Settings {

	private static final String TABLE = """
			FIELD | in a wheat field; at the edge of a wheat field; among ripe wheat | field; wheat; agriculture; food; nature; landscape
			MEADOW | on a green meadow; on a wide meadow; in the tall grass | meadow; grass; nature; landscape
			HILLS | in rolling hills; on a green hill; above the valley | hill; valley; nature; landscape; travel
			FOREST | in the forest; at the edge of the forest; among tall trees | forest; tree; nature; landscape
			PARK | in the park; in the city park; under the trees of the park | park; tree; city; nature
			LAKE | by the lake; at a quiet lake; on the shore of a lake | lake; water; reflection; nature; landscape; travel
			BEACH | on the beach; by the sea; on a sandy beach | beach; sea; water; coast; nature; travel
			HARBOR | in the harbor; at the old harbor; by the pier | harbor; water; sea; travel
			RIVER | by the river; at the river; along the river | river; water; reflection; nature; landscape
			MOUNTAINS | in the mountains; below the peaks; in a mountain valley | mountain; peak; nature; landscape; travel
			SKYLINE | in front of the skyline; in the big city; in the business district | city; skyline; architecture; business
			STREET | on a city street; in the old town; between the houses | city; street; architecture
			SQUARE | on the market square; on the town square; in the center of town | city; square; architecture
			STADIUM | in the stadium; at the sold-out stadium; in front of full stands | stadium; sport
			STAGE | on stage; on the big stage; in the spotlight | stage; concert; light
			ROOM | at home; in a bright room; by the window | indoors; home; window
			OFFICE | in the office; high above the city; by the window of the office | indoors; office; business; city
			STUDIO | on a white background; isolated on white; in front of a white wall | indoors; white background; studio shot
			""";

	private static final Map<String, List<String>> PHRASES = column(1);

	private static final Map<String, List<String>> KEYWORDS = column(2);

	private Settings() {
	}

	/**
	 * Return the phrases of a place.
	 * @param setting the name of the place
	 * @return the phrases
	 */
	public static List<String> phrases(String setting) {
		return Objects.requireNonNull(PHRASES.get(setting));
	}

	/**
	 * Return the keywords of a place.
	 * @param setting the name of the place
	 * @return the keywords
	 */
	public static List<String> keywords(String setting) {
		return Objects.requireNonNull(KEYWORDS.get(setting));
	}

	private static Map<String, List<String>> column(int number) {
		return Table.rows(TABLE)
			.stream()
			.collect(Collectors.toUnmodifiableMap((row) -> row.get(0), (row) -> Table.values(row.get(number))));
	}

}
