package io.github.connectapi;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.HtmlUtils;

/**
 * Removes the escaping of JSON, Java, JavaScript, URLs and HTML, also where it was
 * applied several times.
 */
@Internal
public final class Unescaper {

	/** More than a server applies, so that the effort for any text is limited. */
	private static final int MAX_ROUNDS = 10;

	private static final Pattern ESCAPE = Pattern
		.compile("\\\\u+(?<unicode>\\p{XDigit}{4})|\\\\x(?<hex>\\p{XDigit}{2})|\\\\(?<char>[^\\p{Alnum}])"
				+ "|(?<percent>(?:%\\p{XDigit}{2})+)|&(?<entity>#?\\w{1,20});|(?<plus>\\+)");

	/** Entities of HTML 5 that Spring does not know, for the characters of a token. */
	private static final Map<String, String> ENTITIES = Map.of("plus", "+", "sol", "/", "equals", "=", "num", "#",
			"vert", "|", "verbar", "|", "apos", "'", "percnt", "%", "bsol", "\\", "lowbar", "_");

	private Unescaper() {
	}

	/**
	 * Remove all escaping. A plus sign becomes a space, as in a form.
	 * @param text the text
	 * @return the text without escaping, or null if it is escaped too many times
	 */
	public static @Nullable String unescape(String text) {
		String current = text;
		for (int round = 0; round < MAX_ROUNDS; round++) {
			String unescaped = unescapeOnce(current);
			if (unescaped.equals(current)) {
				return current;
			}
			current = unescaped;
		}
		return null;
	}

	private static String unescapeOnce(String text) {
		Matcher escape = ESCAPE.matcher(text);
		StringBuilder unescaped = new StringBuilder();
		while (escape.find()) {
			escape.appendReplacement(unescaped, Matcher.quoteReplacement(character(escape)));
		}
		return escape.appendTail(unescaped).toString();
	}

	private static String character(Matcher escape) {
		if (escape.group("plus") != null) {
			return " ";
		}
		if (escape.group("char") != null) {
			return escape.group("char");
		}
		if (escape.group("percent") != null) {
			byte[] bytes = HexFormat.of().parseHex(escape.group("percent").replace("%", ""));
			return new String(bytes, StandardCharsets.UTF_8);
		}
		String entity = escape.group("entity");
		if (entity != null) {
			String character = ENTITIES.get(entity);
			return (character != null) ? character : HtmlUtils.htmlUnescape(escape.group());
		}
		String code = escape.group("unicode");
		return String.valueOf((char) HexFormat.fromHexDigits((code != null) ? code : escape.group("hex")));
	}

}
