package io.github.connectapi.integration.language;

import java.util.List;

/**
 * A piece of a file whose words belong together: a part of a line of code, or a paragraph
 * of prose.
 *
 * @param path the path of the file, relative to the root of the repository
 * @param line the number of the first line, from 1
 * @param kind the kind of the text
 * @param lines the text of each line
 */
record Passage(String path, int line, Kind kind, List<String> lines) {

	/**
	 * Return the text as it stands.
	 * @return the text
	 */
	String text() {
		return String.join("\n", this.lines);
	}

	/**
	 * Return the words of all lines, each between two spaces.
	 * @return the words
	 */
	String words() {
		return Words.of(text());
	}

	/**
	 * Return the number of the line that has a position of {@link #text()}.
	 * @param position the position
	 * @return the number of the line
	 */
	int lineInText(int position) {
		return this.line + (int) text().substring(0, position).chars().filter((each) -> each == '\n').count();
	}

	/**
	 * Return the number of the line that has a position of {@link #words()}.
	 * @param position the position
	 * @return the number of the line
	 */
	int lineInWords(int position) {
		int end = 1;
		for (int index = 0; index < this.lines.size(); index++) {
			end += Words.of(this.lines.get(index)).stripLeading().length();
			if (position < end) {
				return this.line + index;
			}
		}
		return this.line + this.lines.size() - 1;
	}

}
