package io.github.connectapi.client;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.HtmlUtils;

/**
 * Removes the escaping of JSON, Java, JavaScript, URLs and HTML, also where it was
 * applied several times.
 */
final class Unescaper {

	/** More than a server applies, so that the effort for any text is limited. */
	private static final int MAX_ROUNDS = 10;

	private static final Pattern ESCAPE = Pattern.compile(
			"(?:\\\\u+|%u)(?<unicode>\\p{XDigit}{4})|\\\\u\\{(?<braced>\\p{XDigit}{1,6})}|\\\\x(?<hex>\\p{XDigit}{2})"
					+ "|\\\\(?<octal>[0-3]?[0-7]{1,2})|\\\\(?<space>[bfnrtv])|\\\\(?<char>[^\\p{Alnum}])"
					+ "|(?<percent>(?:%\\p{XDigit}{2})+)|&#0*(?<decimal>\\d{1,7});?|&#[xX]0*(?<entityHex>\\p{XDigit}{1,6});?"
					+ "|&(?<entity>\\w{1,30});|(?<plus>\\+)");

	/** Entities of HTML 5 that Spring does not know. */
	private static final Map<String, String> ENTITIES = entities("plus+ sol/ equals= num# vert| verbar| VerticalLine| "
			+ "apos' percnt% bsol\\ lowbar_ UnderBar_ excl! dollar$ lpar( rpar) ast* midast* comma, period. colon: semi; "
			+ "quest? commat@ lsqb[ lbrack[ rsqb] rbrack] Hat^ grave` lcub{ lbrace{ rcub} rbrace}");

	private Unescaper() {
	}

	/**
	 * Remove all escaping. A plus sign becomes a space, as in a form.
	 * @param text the text
	 * @return the text without escaping, or null if it is escaped too many times
	 */
	static @Nullable String unescape(String text) {
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
		if (escape.group("plus") != null || escape.group("space") != null) {
			return " ";
		}
		if (escape.group("char") != null) {
			return escape.group("char");
		}
		if (escape.group("percent") != null) {
			return decode(HexFormat.of().parseHex(escape.group("percent").replace("%", "")));
		}
		String entity = escape.group("entity");
		if (entity != null) {
			String character = ENTITIES.get(entity);
			return (character != null) ? character : HtmlUtils.htmlUnescape(escape.group());
		}
		int code = code(escape);
		return Character.isValidCodePoint(code) ? Character.toString(code) : escape.group();
	}

	private static int code(Matcher escape) {
		if (escape.group("octal") != null) {
			return Integer.parseInt(escape.group("octal"), 8);
		}
		if (escape.group("decimal") != null) {
			return Integer.parseInt(escape.group("decimal"));
		}
		return Stream.of("unicode", "braced", "hex", "entityHex")
			.flatMap((group) -> Stream.ofNullable(escape.group(group)))
			.mapToInt(HexFormat::fromHexDigits)
			.sum();
	}

	private static String decode(byte[] bytes) {
		String text = new String(bytes, StandardCharsets.UTF_8);
		return text.contains("\ufffd") ? new String(bytes, StandardCharsets.ISO_8859_1) : text;
	}

	/** Create a map of names, each of which is followed by its character. */
	private static Map<String, String> entities(String names) {
		return Arrays.stream(names.split(" "))
			.collect(Collectors.toUnmodifiableMap((name) -> name.substring(0, name.length() - 1),
					(name) -> name.substring(name.length() - 1)));
	}

}
