package io.github.connectapi.client;

/**
 * Text that a server sent, made fit for one line of a log: control, format and separator
 * characters are escaped, and it is cut.
 */
final class ServerText {

	private static final int LIMIT = 200;

	private ServerText() {
	}

	static String oneLine(String text) {
		StringBuilder line = new StringBuilder();
		text.codePoints().limit(LIMIT).forEach((codePoint) -> append(line, codePoint));
		if (text.codePointCount(0, text.length()) > LIMIT) {
			line.append('…');
		}
		return line.toString();
	}

	/** Whether a token or an id consists of visible characters only. */
	static boolean isVisible(String text) {
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
