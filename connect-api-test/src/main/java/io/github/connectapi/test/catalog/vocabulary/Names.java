package io.github.connectapi.test.catalog.vocabulary;

import java.util.List;

import io.github.connectapi.test.Internal;

/**
 * Names that are obviously invented.
 */
@Internal
public final class Names {

	private static final List<String> ARTISTS = List.of("Ada Example", "Ben Sample", "Cleo Test", "Dan Demo",
			"Eve Draft", "Finn Fixture", "Gina Stub", "Hugo Mock", "Ida Specimen", "Jon Trial", "Kim Preview",
			"Lea Pattern");

	private static final List<String> FIRST_NAMES = List.of("Alma", "Boris", "Clara", "Diego", "Emil", "Fatma", "Greta",
			"Hiro", "Iris", "Jamal", "Kofi", "Lucia", "Mina", "Noor", "Olga", "Pablo");

	private static final List<String> LAST_NAMES = List.of("Placeholder", "Invented", "Nobody", "Fictional", "Madeup");

	private static final List<String> CITIES = List.of("Exampleton", "Sampleford", "Demoville", "Testhaven", "Mockbury",
			"Fixture Bay", "Draftwood", "Port Specimen");

	private static final List<String> REGIONS = List.of("North Province", "Lake District of Testland", "East Coast",
			"South Valley");

	private static final List<String> COUNTRIES = List.of("Testland", "Fakeland", "Republic of Samples");

	private Names() {
	}

	/**
	 * Return the name of an artist.
	 * @param dice the dice
	 * @return the name
	 */
	public static String artist(Dice dice) {
		return dice.pick(ARTISTS);
	}

	/**
	 * Return the name of a person in an image.
	 * @param dice the dice
	 * @return the name
	 */
	public static String person(Dice dice) {
		return dice.pick(FIRST_NAMES) + " " + dice.pick(LAST_NAMES);
	}

	/**
	 * Return the name of a city.
	 * @param number any number; the same city for the same number
	 * @return the name
	 */
	public static String city(int number) {
		return CITIES.get(Math.floorMod(number, CITIES.size()));
	}

	/**
	 * Return the region of a city.
	 * @param number the number of the city
	 * @return the name
	 */
	public static String region(int number) {
		return REGIONS.get(Math.floorMod(number, CITIES.size()) % REGIONS.size());
	}

	/**
	 * Return the country of a city.
	 * @param number the number of the city
	 * @return the name
	 */
	public static String country(int number) {
		return COUNTRIES.get(Math.floorMod(number, CITIES.size()) % COUNTRIES.size());
	}

}
