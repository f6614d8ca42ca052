package io.github.connectapi.test.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.github.connectapi.test.Internal;

/**
 * The pictures of the fake server.
 */
@Internal
public final class PictureCatalog {

	public static final List<Picture> ALL = List.of(
			new Picture("90000001", "Old oak tree in a wheat field", "Ada Example", "creative", "2011-05-14"),
			new Picture("90000002", "Row of trees along a country road", "Ben Sample", "creative", "2011-10-02"),
			new Picture("90000003", "Child climbing a tree", "Ada Example", "creative", "2012-06-21"),
			new Picture("90000004", "Storm over the harbor, fallen tree", "Cleo Test", "editorial", "2012-11-08"),
			new Picture("90000005", "Dog running on a beach", "Ben Sample", "creative", "2012-07-30"),
			new Picture("90000006", "Bridge in the morning fog", "Dan Demo", "creative", "2010-02-11"),
			new Picture("90000007", "Marathon runners cross the bridge", "Cleo Test", "editorial", "2013-04-21"),
			new Picture("90000008", "Mountain lake at sunset", "Dan Demo", "creative", "2009-09-17"),
			new Picture("90000009", "Family having breakfast", "Ada Example", "creative", "2013-01-05"),
			new Picture("90000010", "Football fans after the final", "Cleo Test", "editorial", "2012-05-19"),
			new Picture("90000011", "City street in the rain", "Ben Sample", "creative", "2013-03-03"),
			new Picture("90000012", "Christmas tree on the market square", "Cleo Test", "editorial", "2012-12-12"));

	private PictureCatalog() {
	}

	static Optional<Picture> find(String id) {
		return ALL.stream().filter((picture) -> picture.id().equals(id)).findFirst();
	}

	/**
	 * Return the pictures that match a phrase: each word of the phrase is the start of a
	 * word of the title.
	 */
	static List<Picture> search(String phrase, Set<String> families) {
		List<String> prefixes = words(phrase);
		return ALL.stream()
			.filter((picture) -> matches(words(picture.title()), prefixes))
			.filter((picture) -> families.isEmpty() || families.contains(picture.family()))
			.toList();
	}

	private static boolean matches(List<String> words, List<String> prefixes) {
		return prefixes.stream().allMatch((prefix) -> words.stream().anyMatch((word) -> word.startsWith(prefix)));
	}

	private static List<String> words(String text) {
		return Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\W+")).toList();
	}

}
