package io.github.connectapi.fleet;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Texts that must not be found in a store or a log, in several encodings.
 */
final class Canaries {

	private final Map<String, String> texts = new TreeMap<>();

	/**
	 * Add a text.
	 * @param name its name in messages, which do not repeat the text
	 * @param text the text
	 */
	Canaries add(String name, String text) {
		this.texts.put(name, text);
		return this;
	}

	/** Return the names of the texts that these bytes contain, with their encodings. */
	List<String> findIn(byte[] bytes) {
		String content = new String(bytes, StandardCharsets.ISO_8859_1);
		List<String> found = new ArrayList<>();
		this.texts.forEach((name, text) -> encodings(text).forEach((encoding, encoded) -> {
			if (content.contains(encoded)) {
				found.add(name + " " + encoding);
			}
		}));
		return found;
	}

	static Map<String, String> encodings(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		String hex = HexFormat.of().formatHex(bytes);
		Map<String, String> encodings = new TreeMap<>(
				Map.of("plain", new String(bytes, StandardCharsets.ISO_8859_1), "hex", hex, "hex in upper case",
						hex.toUpperCase(Locale.ROOT), "URL-encoded", URLEncoder.encode(text, StandardCharsets.UTF_8),
						"UTF-16", new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1)));
		encodings.put("escaped", escape(encodings.get("plain")));
		// In Base64, a text looks different at each of three offsets.
		Stream.of(0, 1, 2).forEach((offset) -> encodings.put("Base64 at " + offset, base64(bytes, offset)));
		return encodings;
	}

	/** Escape bytes as Redis does in the output of MONITOR. */
	private static String escape(String plain) {
		StringBuilder escaped = new StringBuilder();
		for (char each : plain.toCharArray()) {
			escaped.append((each > '~') ? "\\x%02x".formatted((int) each) : String.valueOf(each));
		}
		return escaped.toString();
	}

	private static String base64(byte[] bytes, int offset) {
		byte[] shifted = new byte[offset + bytes.length];
		System.arraycopy(bytes, 0, shifted, offset, bytes.length);
		String encoded = Base64.getEncoder().encodeToString(shifted);
		// The characters at both ends depend on the neighbors of the text.
		return encoded.substring((offset > 0) ? 4 : 0, encoded.length() - 4);
	}

}
