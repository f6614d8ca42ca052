package io.github.connectapi.integration.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits the text of a file into names and prose.
 */
final class Lexer {

	// In this order: block comment, line comment, text block, string, character.
	private static final Pattern JAVA_PROSE = Pattern.compile(
			"(?s)/\\*.*?\\*/|//[^\\n]*|\"\"\"(?:\\\\.|.)*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+'");

	private static final Pattern MARKDOWN_CODE = Pattern.compile("(?ms)^ *```.*?^ *```|`[^`\\n]+`");

	private final List<Passage> passages = new ArrayList<>();

	private final String path;

	private final String text;

	private final String[] lines;

	private Lexer(String path, String text) {
		this.path = path;
		this.text = text;
		this.lines = text.split("\n", -1);
	}

	static List<Passage> read(String path, String text) {
		Lexer lexer = new Lexer(path, text);
		if (path.endsWith(".java")) {
			lexer.split(JAVA_PROSE, Kind.PROSE, Kind.NAME);
		}
		else if (path.endsWith(".md")) {
			lexer.split(MARKDOWN_CODE, Kind.NAME, Kind.PROSE);
		}
		else {
			lexer.add(1, text, Kind.PROSE);
		}
		return lexer.passages;
	}

	private void split(Pattern pattern, Kind matching, Kind other) {
		Matcher matcher = pattern.matcher(this.text);
		int line = 1;
		int end = 0;
		while (matcher.find()) {
			line = add(line, this.text.substring(end, matcher.start()), other);
			line = add(line, matcher.group(), matching);
			end = matcher.end();
		}
		add(line, this.text.substring(end), other);
	}

	/** Return the number of the line in which the part ends. */
	private int add(int first, String part, Kind kind) {
		int line = first;
		for (String content : part.split("\n", -1)) {
			if (!content.isBlank()) {
				this.passages.add(new Passage(this.path, line, kind, content, this.lines[line - 1], this.text));
			}
			line++;
		}
		return line - 1;
	}

}
