package io.github.connectapi.test.search;

import java.text.Normalizer;
import java.util.Set;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.vocabulary.Words;

/**
 * The words of a phrase. Words are letters and digits of any script; all else divides
 * words, quotation marks too. No word is an operator.
 *
 * @param words the words in lower case
 */
@Internal
public record SearchPhrase(Set<String> words) {

	/**
	 * Return the words of a text.
	 * @param text the text
	 * @return the phrase, which may have no words
	 */
	public static SearchPhrase of(String text) {
		return new SearchPhrase(Words.of(Normalizer.normalize(text, Normalizer.Form.NFC)));
	}

	/**
	 * Return whether each word of this phrase is the start of another word.
	 * @param others the other words in lower case
	 * @return whether they match; {@code false} if this phrase has no words
	 */
	public boolean matches(Set<String> others) {
		for (String word : this.words) {
			if (!others.contains(word) && !isStartOfAny(word, others)) {
				return false;
			}
		}
		return !this.words.isEmpty();
	}

	private static boolean isStartOfAny(String start, Set<String> words) {
		for (String word : words) {
			if (word.startsWith(start)) {
				return true;
			}
		}
		return false;
	}

}
