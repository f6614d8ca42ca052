package io.github.connectapi.test.catalog.vocabulary;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.connectapi.test.Internal;

/**
 * Splits a text of any alphabet into words.
 */
@Internal
public final class Words {

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

	private Words() {
	}

	/**
	 * Return the words of a text.
	 * @param text the text
	 * @return the words in lower case, in the order of the text
	 */
	public static Set<String> of(String text) {
		Set<String> words = new LinkedHashSet<>();
		Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
		while (matcher.find()) {
			words.add(matcher.group());
		}
		return words;
	}

}
