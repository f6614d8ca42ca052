package io.github.connectapi;

/**
 * Text that a server sent, made fit for one line of a log: control, format and separator
 * characters are escaped, and it is cut.
 */
@Internal
public final class LogSanitizer {

	private static final int LIMIT = 200;

	private LogSanitizer() {
	}

	/**
	 * Escape and shorten a text.
	 * @param text the text of a server
	 * @return one line
	 */
	public static String sanitize(String text) {
		StringBuilder line = new StringBuilder();
		text.codePoints().limit(LIMIT).forEach((codePoint) -> append(line, codePoint));
		if (text.codePointCount(0, text.length()) > LIMIT) {
			line.append('…');
		}
		return line.toString();
	}

	/**
	 * Whether a text consists of visible characters only, as a token or an id does.
	 * @param text the text
	 * @return false if there is another character, a space included
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
