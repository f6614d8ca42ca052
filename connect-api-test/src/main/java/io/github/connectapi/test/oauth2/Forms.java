package io.github.connectapi.test.oauth2;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.connectapi.test.Internal;

/**
 * Parses the body of a form and the query of a URL.
 */
@Internal
public final class Forms {

	private Forms() {
	}

	/**
	 * Parse a form. Fields that cannot be decoded are left out.
	 * @param body the body
	 * @return the fields in their order; the last value of each counts
	 */
	public static Map<String, String> parse(byte[] body) {
		return parse(new String(body, StandardCharsets.UTF_8));
	}

	/**
	 * Parse the query of a URL, or a form. Fields that cannot be decoded are left out.
	 * @param text the text as it was sent
	 * @return the fields in their order; the last value of each counts
	 */
	public static Map<String, String> parse(String text) {
		Map<String, String> fields = new LinkedHashMap<>();
		for (String field : text.split("&", -1)) {
			int equals = field.indexOf('=');
			if (equals > 0) {
				try {
					fields.put(decode(field.substring(0, equals)), decode(field.substring(equals + 1)));
				}
				catch (IllegalArgumentException ex) {
					// Not encoded as a form.
				}
			}
		}
		return fields;
	}

	private static String decode(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

}
