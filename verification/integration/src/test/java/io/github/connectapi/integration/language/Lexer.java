package io.github.connectapi.integration.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits the text of a file into names and prose.
 */
final class Lexer {

	// Long text blocks must not need a deep stack, so a group matches escapes only.
	// In this order: block comment, line comments, text block, string, character.
	private static final Pattern JAVA_PROSE = Pattern.compile(
			"(?s)/\\*.*?\\*/|//[^\\n]*(?:\\n\\s*//[^\\n]*)*|\"\"\"[^\\\\]*?(?:\\\\.[^\\\\]*?)*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+'");

	private static final Pattern MARKDOWN_CODE = Pattern.compile("(?ms)^ *```.*?^ *```|`[^`\\n]+`");

	// A blank line, also in a comment, or an entry of a list or a table.
	private static final Pattern PARAGRAPH_START = Pattern.compile("[\\s/*#]*(?:$|[|@-]|<p>|\\d+\\. )");

	private final List<Passage> passages = new ArrayList<>();

	private final String path;

	private final String text;

	private Lexer(String path, String text) {
		this.path = path;
		this.text = text;
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
		List<String> paragraph = new ArrayList<>();
		for (String content : part.split("\n", -1)) {
			if (kind == Kind.NAME || PARAGRAPH_START.matcher(content).lookingAt()) {
				add(line, paragraph, kind);
			}
			paragraph.add(content);
			line++;
		}
		add(line, paragraph, kind);
		return line - 1;
	}

	/** Add the lines before a line as a passage. */
	private void add(int next, List<String> paragraph, Kind kind) {
		if (!String.join("", paragraph).isBlank()) {
			this.passages.add(new Passage(this.path, next - paragraph.size(), kind, List.copyOf(paragraph)));
		}
		paragraph.clear();
	}

}
