package io.github.connectapi.test.catalog.vocabulary;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

import io.github.connectapi.test.Internal;

/**
 * Splits a text of any alphabet into words.
 */
@Internal
public final class Words {

	private Words() {
	}

	/**
	 * Return the words of a text: sequences of letters, their marks and digits.
	 * @param text the text
	 * @return the words in lower case, in the order of the text
	 */
	public static Set<String> of(String text) {
		Set<String> words = new LinkedHashSet<>();
		StringBuilder word = new StringBuilder();
		text.toLowerCase(Locale.ROOT).codePoints().forEach((character) -> {
			if (isPartOfWord(character)) {
				word.appendCodePoint(character);
			}
			else {
				add(word, words);
			}
		});
		add(word, words);
		return words;
	}

	private static boolean isPartOfWord(int character) {
		return switch (Character.getType(character)) {
			case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
			default -> Character.isLetterOrDigit(character);
		};
	}

	private static void add(StringBuilder word, Set<String> words) {
		if (!word.isEmpty()) {
			words.add(word.toString());
			word.setLength(0);
		}
	}

}
