package io.github.connectapi.test.data;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.connectapi.test.Internal;

/**
 * A country.
 *
 * @param code2 the code with two letters
 * @param code3 the code with three letters
 * @param name the localized name
 */
@Internal
public record Country(String code2, String code3, String name) {

	private static final Set<String> CODES = all(Locale.US).stream().map(Country::code3).collect(Collectors.toSet());

	/**
	 * Return all countries of ISO 3166, sorted by name.
	 * @param language the language of the names
	 * @return the countries
	 */
	static List<Country> all(Locale language) {
		Comparator<Object> order = Collator.getInstance(language);
		return Stream.of(Locale.getISOCountries())
			.map((code) -> new Locale.Builder().setRegion(code).build())
			.map((country) -> new Country(country.getCountry(), country.getISO3Country(),
					country.getDisplayCountry(language)))
			.sorted(Comparator.comparing(Country::name, order).thenComparing(Country::code2))
			.toList();
	}

	/**
	 * Return whether a country has a code.
	 * @param code3 the code with three letters
	 * @return whether there is such a country
	 */
	public static boolean exists(String code3) {
		return CODES.contains(code3);
	}

}
