package io.github.connectapi.integration.operations;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A log or exception text as a document quotes it. An ellipsis, a format specifier and a
 * name in angle brackets are placeholders for any text.
 *
 * @param text the quoted text
 */
record DocumentedText(String text) {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\.\\.\\.|…|%[a-z]|<[^<>]+>");

	/** Return whether a text that was logged or thrown contains this one. */
	boolean isContainedIn(String actual) {
		return pattern().matcher(actual).find();
	}

	/** Return whether a text that was logged or thrown is this one from start to end. */
	boolean matches(String actual) {
		return pattern().matcher(actual).matches();
	}

	private Pattern pattern() {
		StringBuilder pattern = new StringBuilder();
		int end = 0;
		Matcher placeholder = PLACEHOLDER.matcher(this.text);
		while (placeholder.find()) {
			pattern.append(Pattern.quote(this.text.substring(end, placeholder.start()))).append(".+");
			end = placeholder.end();
		}
		return Pattern.compile(pattern.append(Pattern.quote(this.text.substring(end))).toString(), Pattern.DOTALL);
	}

}
