package io.github.connectapi;

/**
 * Makes strings of the server safe for one line of a log: escapes control, format and
 * separator characters, and truncates the string.
 */
@Internal
public final class LogSanitizer {

	private static final int MAX_LENGTH = 200;

	private LogSanitizer() {
	}

	/**
	 * Escape and truncate a string.
	 * @param text the string to sanitize
	 * @return a single line
	 */
	public static String sanitize(String text) {
		StringBuilder line = new StringBuilder();
		text.codePoints().limit(MAX_LENGTH).forEach((codePoint) -> append(line, codePoint));
		if (text.codePointCount(0, text.length()) > MAX_LENGTH) {
			line.append('…');
		}
		return line.toString();
	}

	/**
	 * Return whether a string consists of visible characters only, like a token or an id.
	 * @param text the string to check
	 * @return false if the string contains any other character, including a space
	 */
	public static boolean isVisible(String text) {
		return text.codePoints().allMatch((codePoint) -> isVisible(codePoint) && !Character.isSpaceChar(codePoint));
	}

	private static void append(StringBuilder line, int codePoint) {
		if (isVisible(codePoint)) {
			line.appendCodePoint(codePoint);
		}
		else {
			line.append(String.format("\\u%04x", codePoint));
		}
	}

	private static boolean isVisible(int codePoint) {
		return switch (Character.getType(codePoint)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
					Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
				false;
			default -> true;
		};
	}

}
