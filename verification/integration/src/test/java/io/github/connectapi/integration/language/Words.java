package io.github.connectapi.integration.language;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Splits identifiers and sentences into lower-case words.
 */
final class Words {

	private static final Pattern CAMEL_CASE = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

	private static final Pattern ESCAPE = Pattern.compile("\\\\(?:[ntrbfs0]|u+[0-9a-fA-F]{4})");

	private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}']+");

	private Words() {
	}

	/**
	 * Return the words of a text, each between two spaces.
	 * @param text the text
	 * @return the words
	 */
	static String of(String text) {
		String separate = CAMEL_CASE.matcher(ESCAPE.matcher(text).replaceAll(" ")).replaceAll(" ");
		return " " + SEPARATOR.matcher(separate).replaceAll(" ").strip().toLowerCase(Locale.ROOT) + " ";
	}

}
