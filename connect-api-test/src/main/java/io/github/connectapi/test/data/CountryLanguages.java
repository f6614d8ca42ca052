package io.github.connectapi.test.data;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The countries in each language that the API supports. Thread-safe.
 */
final class CountryLanguages {

	static final String DEFAULT = "en-us";

	private static final Set<String> SUPPORTED = Set.of("de", "en-gb", DEFAULT, "es", "fr", "it", "ja", "ko", "nl",
			"pt-pt", "ru", "sv");

	private final Map<String, List<Country>> countries = new ConcurrentHashMap<>();

	/**
	 * Return the countries.
	 * @param language the language tag, case-insensitive
	 * @return the countries, or empty if the language is not supported
	 */
	Optional<List<Country>> countries(String language) {
		return Optional.of(language.strip().toLowerCase(Locale.ROOT))
			.filter(SUPPORTED::contains)
			.map((tag) -> this.countries.computeIfAbsent(tag, (key) -> Country.all(Locale.forLanguageTag(key))));
	}

}
