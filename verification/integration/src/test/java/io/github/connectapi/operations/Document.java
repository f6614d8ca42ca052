package io.github.connectapi.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One of the documents, to be compared with what it is about.
 *
 * @param path where it is
 * @param text all of it
 */
record Document(Path path, String text) {

	private static final Path ROOT = Path.of("../..");

	private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

	private static final Pattern CODE = Pattern.compile("`([^`]+)`");

	private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");

	static Document of(String path) {
		try {
			return new Document(ROOT.resolve(path), Files.readString(ROOT.resolve(path)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What is under a heading, down to the next one of any level. */
	String section(String heading) {
		String[] parts = this.text.split("(?m)^#+ " + Pattern.quote(heading) + "$", -1);
		if (parts.length != 2) {
			throw new IllegalArgumentException(this.path + " has " + (parts.length - 1) + " headings " + heading);
		}
		return HEADING.split(parts[1])[0];
	}

	/** The rows of the table under a heading, without its head. */
	List<List<String>> table(String heading) {
		List<List<String>> rows = section(heading).lines()
			.filter((line) -> line.startsWith("|"))
			.map((line) -> Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList())
			.toList();
		if (rows.size() < 3) {
			throw new IllegalArgumentException(this.path + " has no table under " + heading);
		}
		return rows.subList(2, rows.size());
	}

	/** The code blocks of a language under a heading. */
	List<String> blocks(String language, String heading) {
		return BLOCK.matcher(section(heading))
			.results()
			.filter((block) -> block.group(1).equals(language))
			.map((block) -> block.group(2))
			.toList();
	}

	/** What links can point at, as GitHub names it. */
	Set<String> anchors() {
		return HEADING.matcher(this.text)
			.results()
			.map((heading) -> anchor(heading.group(1)))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** The heading that a link points at. */
	String heading(String anchor) {
		return HEADING.matcher(this.text)
			.results()
			.map((heading) -> heading.group(1))
			.filter((heading) -> anchor(heading).equals(anchor))
			.findFirst()
			.orElseThrow();
	}

	/** What a cell has in code font, in its order. */
	static List<String> code(String cell) {
		return new ArrayList<>(CODE.matcher(cell).results().map((MatchResult code) -> code.group(1)).toList());
	}

	private static String anchor(String heading) {
		return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w\\- ]", "").replace(' ', '-');
	}

}
